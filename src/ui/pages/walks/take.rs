//! What of a walk can be taken along: files for other programs, paper, its address.

use yew::prelude::*;

use crate::{
    model::{Catalog, EntityIx, Lang},
    ui::{browser, share::Share},
    view::walk,
    words,
};

/// The ways to take a walk along, and which of its stops the files hold.
pub(super) fn along(catalog: &Catalog, name: &str, stops: &[EntityIx], lang: Lang) -> Html {
    let (placed, others): (Vec<EntityIx>, Vec<EntityIx>) =
        stops.iter().partition(|stop| walk::position(catalog, **stop).is_some());
    html! {
        <>
            <p class="take">
                if !placed.is_empty() {
                    <a class="btn" download="walk.gpx" href={data_address("application/gpx+xml", &walk::gpx(catalog, name, stops, lang))}>{ "GPX" }</a>
                    <a class="btn" download="walk.geojson" href={data_address("application/geo+json", &walk::geojson(catalog, name, stops, lang))}>{ "GeoJSON" }</a>
                }
                <button type="button" class="btn" onclick={|_: MouseEvent| browser::print()}>{ words::further(lang).print }</button>
                <Share {lang} />
            </p>
            { for held(catalog, placed.len(), &others, lang).map(|said| html! { <p class="places__note walk__held">{ said }</p> }) }
        </>
    }
}

/// Which stops are in the files, where that are not all of several. What vanished without a word would be looked for.
fn held(catalog: &Catalog, placed: usize, others: &[EntityIx], lang: Lang) -> Option<String> {
    let said = words::places(lang);
    let all = placed + others.len();
    if all == 0 {
        return None;
    }
    if placed == 0 {
        return Some(said.no_file.to_owned());
    }
    let names: Vec<&str> = others.iter().map(|stop| catalog.entity(*stop).name.full.words(lang)).collect();
    let names = names.join(words::punctuation(lang).and_comma);
    let some = || words::fill(&words::count(said.in_file, &[placed, all]), &["", "", &names]);
    let mut out: Vec<String> = (!others.is_empty()).then(some).into_iter().collect();
    if placed == 1 {
        out.push(said.one_point.to_owned());
    }
    (!out.is_empty()).then(|| out.join(if lang.is_chinese() { "" } else { " " }))
}

/// A small file as an address of its own.
fn data_address(kind: &str, text: &str) -> String {
    format!(
        "data:{kind};charset=utf-8,{}",
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
    )
}
