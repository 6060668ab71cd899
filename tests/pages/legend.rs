//! What the lines and panes of the map say by their looks, and the legend that explains it.

use scraper::Html as Document;
use taste::{
    model::{Lang, LensIx},
    ui::{
        context::{Library, Shared},
        map::legend::Legend,
    },
};
use yew::{LocalServerRenderer, prelude::*};

use super::stand::{DISTRICT, all, changed, drawn, library, map, now, said};

/// The classes of the one element that a selector finds.
fn classes(document: &Document, selector: &str) -> Vec<String> {
    let found = all(document, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0].value().classes().map(str::to_owned).collect()
}

#[test]
fn lines_are_drawn_by_what_they_rest_on_and_by_their_kind_at_rest_and_in_a_trace() {
    let library = library(DISTRICT);
    for focus in [None, library.catalog.find("kipper")] {
        let body = now(map(&library, "en/chain", focus, None));
        for (from, to, looks) in [
            ("north-bank", "old-quay", &["e-documented"][..]),
            ("deep", "old-quay", &["e-typical"]),
            ("smokehouse", "kipper", &["e-legend", "line--makes"]),
        ] {
            let line = classes(&body, &format!("[data-from={from}][data-to={to}]"));
            assert!(looks.iter().all(|look| line.iter().any(|own| own == look)), "{from} → {to}: {line:?}");
            assert_eq!(line.iter().filter(|own| own.starts_with("e-")).count(), 1, "{from} → {to}: {line:?}");
        }
    }
}

#[test]
fn whoever_bears_no_honour_is_plain_where_colours_say_who_does() {
    let body = now(map(&library(DISTRICT), "en/chain", None, None));
    for (id, plain) in [("smokehouse", false), ("kipper", true)] {
        let node = classes(&body, &format!("[data-entity={id}]"));
        assert_eq!(node.iter().any(|own| own == "node--plain"), plain, "{id}");
    }
}

#[derive(Properties, PartialEq)]
struct WholeProps {
    library: Library,
}

/// The legend of the whole first lens, in English.
#[component]
fn Whole(props: &WholeProps) -> Html {
    let drawing = Shared::new(drawn(&props.library.catalog, LensIx(0), Lang::En));
    html! {
        <ContextProvider<Library> context={props.library.clone()}><Legend {drawing} lens={LensIx(0)} lang={Lang::En} /></ContextProvider<Library>>
    }
}

#[test]
fn the_legend_explains_each_look_that_is_drawn_and_no_other() {
    let whole = ["Evidence documented", "typical", "legend", "Link lands at", "becomes"];
    let without = ["Evidence documented", "Link lands at", "becomes"];
    let all_documented = |file: &mut serde_json::Value| {
        for link in file["links"].as_array_mut().expect("a list") {
            link["evidence"] = "documented".into();
            link["sources"] = serde_json::json!(["log"]);
        }
    };
    for (library, items) in [(library(DISTRICT), &whole[..]), (changed(all_documented), &without)] {
        let html = now(LocalServerRenderer::<Whole>::with_props(WholeProps { library }).hydratable(false).render());
        assert_eq!(said(&Document::parse_fragment(&html), ".legend__item"), items);
    }
}
