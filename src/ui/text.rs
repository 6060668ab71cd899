//! Texts of the file in the document, with their language where it is not that of the page.

use yew::prelude::*;

use super::context::Library;
use crate::{
    model::{Catalog, EntityIx, Lang, Spelling, Tag, Text},
    words,
};

/// A spelling; in an element with its language when that is not the page's.
pub fn spelling(catalog: &Catalog, spelling: &Spelling, lang: Lang) -> Html {
    let text = AttrValue::from(spelling.text.to_string());
    if spelling.tag == Tag::from(lang) {
        return html! { {text} };
    }
    html! { <span lang={catalog.languages.tag(spelling.tag).to_owned()}>{text}</span> }
}

/// A text in the reader's language or the nearest there is.
pub fn text(catalog: &Catalog, text: &Text, lang: Lang) -> Html {
    text.pick(lang).map_or_else(|| html! { <span hidden=true /> }, |chosen| spelling(catalog, chosen, lang))
}

/// A text without its element, for a drawing that is hidden from those who are read to.
pub fn plain(text: &Text, lang: Lang) -> String {
    text.words(lang).to_owned()
}

/// The full name of an entity.
pub fn name(library: &Library, entity: EntityIx, lang: Lang) -> Html {
    text(&library.catalog, &library.catalog.entity(entity).name.full, lang)
}

/// What a map entity is called aloud: its name and years as they are drawn, the full name where another is drawn, its kind,
/// and the numbers of its neighbours.
pub fn spoken(library: &Library, entity: EntityIx, drawn: &str, lang: Lang) -> String {
    let catalog = &library.catalog;
    let record = catalog.entity(entity);
    let words = words::of(lang);
    let kind = catalog.kinds.get(record.kind.at()).map_or("", |kind| kind.name.words(lang));
    let flows = |links: &[crate::model::LinkIx]| {
        links.iter().filter(|link| catalog.link_kind(catalog.link(**link).kind).flow).count()
    };
    let (up, down) = (flows(catalog.graph.reaching(entity)), flows(catalog.graph.leaving(entity)));
    let full = record.name.full.words(lang);
    let parts = [
        [drawn, &crate::view::drawing::years(record)].join(" ").trim_end().to_owned(),
        if full == drawn { String::new() } else { full.to_owned() },
        kind.to_owned(),
        // The opening page speaks of it by the name alone.
        if cfg!(feature = "further") && record.planned {
            words::plates(lang).planned.to_owned()
        } else {
            String::new()
        },
        words::count(words.suppliers, &[up]),
        words::count(words.customers, &[down]),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(words::punctuation(lang).comma)
}
