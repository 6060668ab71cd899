//! The real file, damaged in one field at a time: nothing ever fails, and damage is told or does no harm.

use serde_json::{Value, json};
use taste::{
    check::Finding,
    load::{Loaded, load},
};

mod sequence;
use sequence::Sequence;

/// Every pointer of a value but the root's.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, child)| (key.clone(), child)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(place, child)| (place.to_string(), child)).collect(),
        _ => return,
    };
    for (key, child) in children {
        let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(child, &pointer, all);
        all.push(pointer);
    }
}

/// Damages the value at a pointer in one of ten ways; gives back what stood there, and whether it was taken out.
fn damage(file: &mut Value, pointer: &str, sequence: &mut Sequence) -> String {
    let place = file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
    let text = place.as_str().map(str::to_owned);
    let (what, value) = match sequence.below(10) {
        0 => ("null", Value::Null),
        1 => ("a number", json!(-7)),
        2 => ("an odd word", json!("no-such-thing")),
        3 => ("nothing", json!("")),
        4 => ("an empty list", json!([])),
        5 => ("an empty object", json!({})),
        6 => ("a turned text", json!("a\u{202e}b")),
        7 => ("markup", json!("<img src=x onerror=alert(1)>")),
        8 => (
            "a letter doubled",
            json!(text.map_or_else(String::new, |text| format!("{text}{}", text.chars().next_back().unwrap_or('x')))),
        ),
        _ => {
            let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
            match file.pointer_mut(parent) {
                Some(Value::Object(members)) => {
                    members.remove(key);
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().unwrap_or(0));
                }
                other => panic!("{pointer}: {other:?}"),
            }
            return format!("{pointer} taken out");
        }
    };
    *place = value;
    format!("{pointer} made {what}")
}

/// A finding without its place in the text, which every change of length moves.
fn gist(finding: &Finding) -> (String, String, Vec<String>) {
    (finding.code.word().to_owned(), finding.place.path.clone(), finding.arguments.clone())
}

#[test]
fn any_single_damage_to_the_real_file_is_told_or_does_no_harm() {
    let mut file: Value =
        serde_json::from_str(include_str!("../data/xiguan.json")).unwrap_or_else(|error| panic!("{error}"));
    let whole: Loaded = load(file.to_string().as_bytes());
    let counts = |loaded: &Loaded| loaded.catalog.as_ref().map(|catalog| (catalog.entities.len(), catalog.links.len()));
    let said: Vec<_> = whole.findings.iter().map(gist).collect();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    let mut sequence = Sequence(45);
    let mut silent = Vec::new();
    for _ in 0..500 {
        let pointer = &all[sequence.below(all.len())];
        // The part that is damaged is put back afterwards: copying the whole file 500 times would take long.
        let part = pointer.split('/').nth(1).unwrap_or_default();
        let before = file[part].clone();
        let what = damage(&mut file, pointer, &mut sequence);
        let loaded = load(file.to_string().as_bytes());
        if file.get(part) != Some(&before) && loaded.findings.iter().map(gist).eq(said.iter().cloned()) {
            silent.push(what.clone());
            assert_eq!(loaded.set_aside, whole.set_aside, "{what}: what is set aside is told");
        }
        assert!(loaded.catalog.is_some(), "{what}: one damage does not cost the file");
        file[part] = before;
    }
    // A list less by an item, an optional field less, another letter in a text: that is a different file, not a wrong one.
    let harmless = |what: &String| {
        what.ends_with("taken out")
            || what.ends_with("a letter doubled")
            || what.ends_with("an odd word")
            || what.ends_with("an empty list")
    };
    let told: Vec<&String> = silent.iter().filter(|what| !harmless(what)).collect();
    assert!(told.is_empty(), "{told:#?}");
    assert!(silent.len() < 250, "{} of 500 were silent", silent.len());
    assert_eq!(counts(&load(file.to_string().as_bytes())), counts(&whole), "everything was put back");
}
