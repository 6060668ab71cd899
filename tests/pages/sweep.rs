//! What native HTML asks of every page, of each district in each of its languages: headings in their order, ids that are one thing's
//! alone, names for all that can be pressed or followed, and pictures that are named or passed over.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html as Document};
use taste::model::Lang;

use super::stand::{DISTRICT, XIGUAN, all, library, map, page, pages_of};

/// Whether those who are read to pass over an element, for its own sake or that of one around it.
fn is_passed_over(element: ElementRef<'_>) -> bool {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    [element].into_iter().chain(around).any(|at| at.attr("aria-hidden") == Some("true") || at.attr("hidden").is_some())
}

/// What an element is called aloud, by its own attributes or else by what is in it.
fn called(element: ElementRef<'_>) -> String {
    if element.attr("aria-hidden") == Some("true") || element.attr("hidden").is_some() {
        return String::new();
    }
    if let Some(name) = element.attr("aria-label").or(element.attr("alt")) {
        return name.trim().to_owned();
    }
    let inside = element.children().map(|child| match (child.value().as_text(), ElementRef::wrap(child)) {
        (Some(text), _) => text.trim().to_owned(),
        (None, Some(inside)) => called(inside),
        (None, None) => String::new(),
    });
    inside.collect()
}

/// What is wrong in a page, in words.
fn wrong(document: &Document) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut tell = |what: &str, element: ElementRef<'_>| {
        wrong.push(format!("{what}: {}", element.html().chars().take(200).collect::<String>()));
    };
    for element in all(document, "[style]") {
        tell("a style of its own", element);
    }
    let mut ids = BTreeSet::new();
    for element in all(document, "[id]") {
        if !ids.insert(element.attr("id").unwrap_or_default()) {
            tell("an id that something else has", element);
        }
    }
    for (attribute, start) in
        [("aria-labelledby", ""), ("aria-describedby", ""), ("aria-controls", ""), ("for", ""), ("href", "#")]
    {
        for element in all(document, &format!("[{attribute}]")) {
            let value = element.attr(attribute).unwrap_or_default();
            let Some(names) =
                value.strip_prefix(start).filter(|_| attribute != "for" || element.value().name() == "label")
            else {
                continue;
            };
            if names.split_whitespace().any(|name| !ids.contains(name)) {
                tell("points at what is not there", element);
            }
        }
    }
    for element in all(document, "a, button, summary, [role=button]") {
        if called(element).is_empty() && !is_passed_over(element) {
            tell("nobody hears what it is", element);
        }
    }
    for element in all(document, "input, select, textarea") {
        let labelled = element.ancestors().filter_map(ElementRef::wrap).find(|at| at.value().name() == "label");
        if element.attr("aria-label").is_none() && labelled.is_none_or(|label| called(label).is_empty()) {
            tell("a field without a label", element);
        }
    }
    for element in all(document, "img, svg") {
        // An empty alternative says that a picture tells nothing. A drawing of things to follow bears the name of its group.
        let group = element.ancestors().filter_map(ElementRef::wrap).find(|at| at.attr("role") == Some("group"));
        let follows = element.descendants().filter_map(ElementRef::wrap).any(|inside| inside.value().name() == "a");
        let labelled = |at: ElementRef<'_>| at.attr("aria-label").is_some_and(|name| !name.trim().is_empty());
        let named = element.attr("alt").is_some() || labelled(element) || follows && group.is_some_and(labelled);
        if !named && !is_passed_over(element) {
            tell("a picture neither named nor passed over", element);
        }
    }
    for element in all(document, "ul > :not(li), ol > :not(li), dl > :not(div, dt, dd)") {
        tell("in a list and no item of it", element);
    }
    let headings = all(document, "h1, h2, h3, h4, h5, h6");
    let level = |heading: &ElementRef<'_>| heading.value().name().as_bytes()[1] - b'0';
    for (place, heading) in headings.iter().enumerate() {
        let above = if place == 0 { 0 } else { level(&headings[place - 1]) };
        if level(heading) > above + 1 || called(*heading).is_empty() {
            tell("a heading that skips a level or says nothing", *heading);
        }
    }
    let first: Vec<_> = headings.iter().filter(|heading| level(heading) == 1).collect();
    if first.len() != 1 || first[0].attr("tabindex") != Some("-1") {
        wrong.push(format!("{} h1, of which one must be able to take the focus", first.len()));
    }
    wrong
}

#[tokio::test]
async fn every_page_stands_on_sound_html() {
    for file in [DISTRICT, XIGUAN] {
        let library = library(file);
        for lang in &library.catalog.site.languages {
            for path in pages_of(&library) {
                let address = format!("{}/{path}", lang.tag());
                let wrong = wrong(&page(&library, &address).await);
                assert!(wrong.is_empty(), "{address} of {file}: {wrong:#?}");
            }
        }
    }
}

#[tokio::test]
async fn every_map_stands_on_sound_html() {
    let library = library(XIGUAN);
    let focus = library.catalog.site.start.as_ref().map(|start| start.focus);
    for lang in Lang::ALL {
        let mut wrong = wrong(&map(&library, &format!("{}/chain", lang.tag()), focus, None).await);
        // The heading is that of the page around it.
        wrong.retain(|wrong| !wrong.contains(" h1, "));
        assert!(wrong.is_empty(), "{lang:?}: {wrong:#?}");
    }
}

#[test]
fn what_is_not_sound_is_found() {
    let whole = "<h1 tabindex='-1'>T</h1><p id='p'>x</p><a href='#p'>x</a>";
    assert_eq!(wrong(&Document::parse_fragment(whole)), Vec::<String>::new());
    for (broken, found) in [
        ("<h1 tabindex='-1'>T</h1><h3>x</h3>", "skips a level"),
        ("<h1>T</h1>", "1 h1"),
        ("<h2>T</h2>", "0 h1"),
        ("<p id='p'></p><p id='p'></p>", "something else has"),
        ("<button aria-controls='q'>x</button>", "not there"),
        ("<a href='en/'><svg aria-hidden='true'><text>x</text></svg></a>", "nobody hears"),
        ("<select><option>x</option></select>", "without a label"),
        ("<svg><path/></svg>", "neither named"),
        ("<ul><p>x</p></ul>", "no item"),
        ("<p style='color: red'>x</p>", "style of its own"),
    ] {
        let told = wrong(&Document::parse_fragment(broken)).join("\n");
        assert!(told.contains(found), "{broken}: {told}");
    }
}
