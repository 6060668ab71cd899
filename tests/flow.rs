//! What flows where: ends without a stage, links against the order of the stages, circles; and kinds that may run back.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{check::Severity, load::load};

/// The small district with more links, of which `becomes` may run back where it is said to.
fn told(back: bool, more: &[(&str, &str, &str)]) -> Vec<String> {
    let mut file = quay::with("/linkKinds/1/back", json!(back));
    let link = |(from, kind, to): &(&str, &str, &str)| json!({ "from": from, "to": to, "kind": kind, "evidence": "unsourced" });
    file["links"].as_array_mut().unwrap_or(&mut Vec::<Value>::new()).extend(more.iter().map(link));
    let found = load(file.to_string().as_bytes()).findings;
    let wrong = found.iter().filter(|finding| finding.severity() != Severity::Information);
    wrong
        .map(|finding| format!("{} {}: {}", finding.code.word(), finding.place.path, finding.arguments.join(" ")))
        .collect()
}

#[test]
fn a_link_against_the_order_of_the_stages_is_told_but_of_a_kind_that_may_run_back() {
    let back = [("kipper", "becomes", "old-quay")];
    let against = "against-stage-order /links/5: kipper plate old-quay quay";
    let circle = "flow-cycle /links/2: old-quay → smokehouse → kipper → old-quay";
    assert_eq!(told(false, &back), [circle, against]);
    assert_eq!(told(true, &back), Vec::<String>::new());
    // A kind that may not is told beside one that may.
    assert_eq!(told(true, &[("kipper", "lands", "old-quay")]), [against]);
}

#[test]
fn links_within_one_stage_are_with_its_order() {
    assert_eq!(told(false, &[("north-bank", "lands", "deep")]), Vec::<String>::new());
}

#[test]
fn each_end_of_a_flow_link_that_has_no_stage_is_told() {
    let from = "flow-without-stage /links/5: ann → kipper ann";
    assert_eq!(told(false, &[("ann", "lands", "kipper")]), [from]);
    let to = "flow-without-stage /links/5: kipper → ann ann";
    assert_eq!(told(false, &[("kipper", "lands", "ann")]), [to]);
    assert_eq!(told(false, &[("kipper", "taught", "ann")]), Vec::<String>::new(), "nothing flows along it");
}
