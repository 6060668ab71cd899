//! One lens laid over another, in words: what is laid over what, who touches something, and what the cord says.

use yew::prelude::*;

use super::{
    context::{Library, Shared},
    text,
};
use crate::{
    model::{EntityIx, Lang, LensIx},
    view::{
        Query,
        over::{self, Laid, Over},
    },
    words,
};

fn laid(over: LensIx, base: LensIx, query: &Query) -> Laid {
    Laid { over, base, year: query.year, evidence: query.evidence() }
}

/// What a query lays over a lens; `None` where it names nothing that can be laid over that.
pub fn asked(library: &Library, base: LensIx, query: &Query) -> Option<Laid> {
    let lens = library.catalog.find_lens(query.over.as_deref()?)?;
    over::lenses(&library.catalog, base).contains(&lens).then(|| laid(lens, base, query))
}

/// What is told over a lens where nothing is drawn over it: what the query asks for, else the first lens that can be laid over it.
/// A lens that is itself laid over others is told over the first of those.
pub fn told(library: &Library, lens: LensIx, query: &Query) -> Option<Laid> {
    let catalog = &library.catalog;
    let bases = (0..catalog.lenses.len()).map(LensIx::from);
    let below = bases.clone().find(|base| over::lenses(catalog, *base).contains(&lens));
    if let Some(base) = below {
        return Some(laid(lens, base, query));
    }
    let first = || over::lenses(catalog, lens).first().map(|over| laid(*over, lens, query));
    asked(library, lens, query).or_else(first)
}

/// Everything touched by what is laid over, found anew only when that changes.
#[hook]
pub fn use_over(library: &Library, laid: Option<Laid>) -> Option<Shared<Over>> {
    let made = use_memo((library.clone(), laid), |(library, laid)| {
        laid.map(|laid| Shared::new(Over::new(&library.catalog, laid)))
    });
    (*made).clone()
}

/// Those who touch an entity, each with what it touches it through; empty where nobody does.
pub fn names(library: &Library, over: &Over, entity: EntityIx, lang: Lang) -> String {
    let (table, marks) = (words::overlays(lang), words::punctuation(lang));
    let name = |entity: EntityIx| text::plain(&library.catalog.entity(entity).name.full, lang);
    let mut out = String::new();
    for touch in over.of(entity) {
        if !out.is_empty() {
            out += marks.and_comma;
        }
        out += &name(touch.who);
        if let Some(place) = touch.through {
            let through = words::fill(table.through, &[&name(place)]);
            out += &words::fill(marks.brackets, &[&through]);
        }
    }
    out
}

/// A piece of the cord with a knot in it.
pub fn sample() -> Html {
    html! {
        <svg class="sample sample--cord" viewBox="0 0 40 14" aria-hidden="true">
            <path class="cord__silk" d="M1 9C9 9 9 5 20 5S31 9 39 9" />
            <rect class="cord__knot" x="16" y="1" width="8" height="8" />
        </svg>
    }
}

/// What the cord says, and through how many of all that is touched it runs here.
pub fn legend(library: &Library, over: &Over, strung: usize, lang: Lang) -> Html {
    let table = words::overlays(lang);
    let name = text::plain(&library.catalog.lens(over.laid.over).name, lang);
    let counts = [strung, over.count()].map(|count| count.to_string());
    html! {
        <p class="legend over__legend">
            <span class="over__strung">{ sample() }{ words::fill(table.strung, &[&name, &counts[0], &counts[1]]) }</span>
            { " " }<small>{ table.note }</small>
        </p>
    }
}
