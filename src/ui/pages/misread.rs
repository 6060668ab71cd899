//! What of an address was not understood: what is shown instead, and what was probably meant.

use yew::prelude::*;

use super::lens_of;
use crate::{
    check::near,
    model::{Catalog, Evidence, Lang},
    ui::{
        context::{Here, Library},
        link::Go,
        text,
    },
    view::{Address, Page, Query, address::Theme},
    words,
};

/// The most that are told of.
const MOST: usize = 5;

/// The most characters of a value that are repeated.
const LONGEST: usize = 60;

/// Whether a page is another one for this key. What holds everywhere it tells everywhere: the theme, whether this is a museum screen.
fn is_used(key: &str, page: &Page) -> bool {
    match key {
        "topic" | "from" | "to" => *page == Page::Time,
        "view" | "only" => *page == Page::Chain,
        "lens" | "up" | "down" => matches!(page, Page::Chain | Page::Walk(None)),
        "over" => matches!(page, Page::Chain | Page::Entity(_)),
        "year" | "evidence" => matches!(page, Page::Chain | Page::Walk(None) | Page::Entity(_)),
        _ => true,
    }
}

/// What was not understood, key and value: values that say nothing, and ids that the file does not know. What a page names itself is left
/// to it: the focus, a street, a kind of honours. So is what the page has no use for.
fn misread(catalog: &Catalog, here: &Address) -> Vec<(String, String)> {
    let Query { lens, over, topic, misread, .. } = &here.query;
    let no_lens = |id: &&String| catalog.find_lens(id).is_none();
    let no_theme = |id: &&String| catalog.find_theme(id).is_none();
    let ids = [
        ("lens", lens.as_ref().filter(no_lens)),
        ("over", over.as_ref().filter(no_lens)),
        ("topic", topic.as_ref().filter(no_theme)),
    ];
    let ids = ids.into_iter().filter_map(|(key, id)| Some((key.to_owned(), id?.clone())));
    ids.chain(misread.iter().cloned()).filter(|(key, _)| is_used(key, &here.page)).take(MOST).collect()
}

/// The word that was probably meant: one that begins as this one does or within which it stands, else the nearest.
fn meant<'a>(asked: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let asked = asked.to_ascii_lowercase();
    let part = |word: &&str| asked.len() > 2 && (word.starts_with(&asked) || asked.starts_with(*word));
    known.clone().find(part).or_else(|| near::nearest(&asked, known))
}

/// The address with what was probably meant, and how that is called.
fn proposal(library: &Library, key: &str, asked: &str, here: &Here, lang: Lang) -> Option<(Address, Html)> {
    let catalog = &library.catalog;
    let named = |word: &str| (here.with(key, word), Html::from(word.to_owned()));
    match key {
        "lens" | "over" => {
            let id = meant(asked, catalog.lenses.iter().map(|lens| lens.id.as_str()))?;
            let lens = catalog.lens(catalog.find_lens(id)?);
            Some((here.with(key, id), text::text(catalog, &lens.name, lang)))
        }
        "topic" => {
            let id = meant(asked, catalog.themes.iter().map(|theme| theme.id.as_str()))?;
            let theme = &catalog.themes[catalog.find_theme(id)?.at()];
            Some((here.with(key, id), text::text(catalog, &theme.name, lang)))
        }
        "evidence" => {
            let word = meant(asked, Evidence::ALL.into_iter().map(Evidence::word))?;
            // Together with the classes that were understood.
            let others = here.query.evidence.map(|set| set.classes().map(Evidence::word).collect::<Vec<_>>().join(","));
            let all = others.map_or_else(|| word.to_owned(), |others| [others.as_str(), word].join(","));
            Some((here.with(key, &all), Html::from(word.to_owned())))
        }
        "view" => meant(asked, ["map", "list"].into_iter()).map(named),
        "theme" => meant(asked, [Theme::Light, Theme::Dark].map(Theme::word).into_iter()).map(named),
        "up" | "down" => meant(asked, ["all"].into_iter()).map(named),
        "only" | "kiosk" => meant(asked, ["yes", "true", "on"].into_iter()).map(|_| named("1")),
        _ => None,
    }
}

/// Says what of the address was not understood; `None` where all of it was, and on a museum screen.
pub(super) fn note(library: &Library, here: &Here, lang: Lang) -> Option<Html> {
    let catalog = &library.catalog;
    let more = words::further(lang);
    let misread = misread(catalog, here);
    let row = |(place, (key, value)): (usize, &(String, String))| {
        let shown: String = value.chars().take(LONGEST).collect();
        let lens = catalog.lens(lens_of(library, &here.query)).name.words(lang);
        let said = if key == "lens" { more.misread_lens } else { more.misread };
        html! {
            <p key={place} role="status" class="breaks">
                { words::fill(said, &[key, &shown, lens]) }
                if let Some((to, name)) = proposal(library, key, value, here, lang) {
                    if !lang.is_chinese() { { " " } }
                    { more.near_matches }{ words::punctuation(lang).colon }<Go {to} {lang}>{ name }</Go>
                }
            </p>
        }
    };
    (!misread.is_empty() && !here.query.kiosk).then(|| {
        html! { <div key="misread" class="notices misread">{ for misread.iter().enumerate().map(row) }</div> }
    })
}
