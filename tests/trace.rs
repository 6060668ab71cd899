//! A trace holds ancestors and descendants, each once, never siblings, and only what the year and the evidence allow.

use serde_json::{Value, json};
use taste::{
    load::load,
    model::{Catalog, Depth, Evidence, EvidenceSet, LensIx},
    trace::{Part, Request, Trace, run},
};

/// A catalog of flow links `from to`, each with its evidence and, after a `@`, the year since which it holds.
fn chain(links: &[(&str, &str)]) -> Catalog {
    let (mut ids, mut written) = (Vec::new(), Vec::<Value>::new());
    for (ends, rest) in links {
        let (from, to) = ends.split_once(' ').unwrap_or_default();
        for id in [from, to] {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let (evidence, since) = rest.split_once('@').unwrap_or((rest, "0001"));
        written.push(
            json!({ "from": from, "to": to, "kind": "f", "evidence": evidence, "sources": ["s"], "since": since }),
        );
    }
    let entities: Vec<Value> =
        ids.iter().map(|id| json!({ "id": id, "kind": "k", "stage": "s", "name": { "en": id } })).collect();
    let file = json!({
        "format": 1,
        "sources": [{ "id": "s", "title": { "text": "S", "lang": "en" } }],
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "stages": [{ "id": "s", "name": { "en": "S" } }],
        "linkKinds": [{ "id": "f", "flow": true, "name": { "en": "F" } }],
        "entities": entities,
        "links": written,
    });
    let catalog = load(file.to_string().as_bytes()).catalog.unwrap_or_default();
    assert_eq!(catalog.links.len(), links.len());
    catalog
}

fn trace(catalog: &Catalog, focus: &str, change: impl Fn(&mut Request)) -> Trace {
    let focus = catalog.find(focus).unwrap_or_else(|| panic!("{focus}"));
    let mut request =
        Request { focus, up: Depth::All, down: Depth::All, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    change(&mut request);
    run(catalog, request)
}

/// Ids upstream and downstream, each with its distance: `a1 b2 | c1`.
fn told(catalog: &Catalog, trace: &Trace) -> String {
    let side = |side: &taste::trace::Side| {
        let ids =
            side.reached.iter().map(|reached| format!("{}{}", catalog.entity(reached.entity).id, reached.distance));
        ids.collect::<Vec<_>>().join(" ")
    };
    format!("{} | {}", side(&trace.up), side(&trace.down))
}

fn check(links: &[(&str, &str)], focus: &str, expected: &str) {
    let catalog = chain(links);
    assert_eq!(told(&catalog, &trace(&catalog, focus, |_| ())), expected);
}

const D: &str = "documented";

#[test]
fn siblings_are_never_reached() {
    let links = [("a x", D), ("a y", D), ("x d", D), ("y d", D), ("y e", D)];
    check(&links, "x", "a1 | d1");
    let catalog = chain(&links);
    let traced = trace(&catalog, "x", |_| ());
    let part = |id: &str| catalog.find(id).map(|entity| traced.part(entity));
    assert_eq!([part("x"), part("y"), part("e")], [Some(Part::Focus), Some(Part::None), Some(Part::None)]);
}

#[test]
fn an_entity_reached_by_several_ways_is_counted_once_at_the_least_distance() {
    check(&[("a b", D), ("a c", D), ("b d", D), ("c d", D), ("a d", D)], "d", "b1 c1 a1 | ");
    check(&[("a b", D), ("b c", D), ("a c", D), ("c d", D)], "a", " | b1 c1 d2");
}

#[test]
fn circles_end() {
    check(&[("a b", D), ("b c", D), ("c a", D)], "a", "c1 b2 | b1 c2");
    check(&[("a b", D), ("b a", D)], "a", "b1 | b1");
}

#[test]
fn depth_bounds_what_is_shown_and_not_what_is_counted() {
    let catalog = chain(&[("a b", D), ("b c", D), ("c d", D), ("x c", D)]);
    let traced = trace(&catalog, "d", |request| request.up = Depth::Steps(1));
    assert_eq!(told(&catalog, &traced), "c1 | ");
    assert_eq!((traced.up.shown(), traced.up.total, traced.up.deepest, traced.down.total), (1, 4, 3, 0));
    let none = trace(&catalog, "c", |request| (request.up, request.down) = (Depth::Steps(0), Depth::Steps(0)));
    assert_eq!(told(&catalog, &none), " | ");
}

#[test]
fn year_and_evidence_close_ways() {
    let catalog = chain(&[("a b", "documented@1900"), ("b c", "legend"), ("x c", "typical@1800")]);
    let in_year = |year| told(&catalog, &trace(&catalog, "c", |request| request.year = Some(year)));
    assert_eq!([in_year(1899), in_year(1900), in_year(1700)], ["b1 x1 | ", "b1 x1 a2 | ", "b1 | "]);
    let of = |classes: &[Evidence]| {
        told(&catalog, &trace(&catalog, "c", |request| request.evidence = EvidenceSet::of(classes)))
    };
    assert_eq!(of(&[Evidence::Typical]), "x1 | ");
    assert_eq!(of(&[Evidence::Documented]), " | ", "what lies behind a closed way is not reached");
    assert_eq!(of(&[Evidence::Documented, Evidence::Legend]), "b1 a2 | ");
}

#[test]
fn a_thousand_links_at_one_entity_and_a_thousand_in_a_row_are_all_followed() {
    let star: Vec<String> = (0..1000).map(|at| format!("hub n{at}")).collect();
    let star: Vec<(&str, &str)> = star.iter().map(|ends| (ends.as_str(), D)).collect();
    let catalog = chain(&star);
    assert_eq!(trace(&catalog, "hub", |_| ()).down.total, 1000);
    let row: Vec<String> = (0..1000).map(|at| format!("n{at} n{}", at + 1)).collect();
    let row: Vec<(&str, &str)> = row.iter().map(|ends| (ends.as_str(), D)).collect();
    let catalog = chain(&row);
    assert_eq!(trace(&catalog, "n0", |_| ()).down.deepest, 1000);
}
