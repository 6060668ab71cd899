//! The real file, damaged in one field at a time: nothing ever fails, and damage is told or does no harm.

use serde_json::{Value, json};
use taste::{check::Finding, load::load};

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

/// Damages the value at a pointer in one of ten ways; says what was done.
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

/// Every twentieth record of the real file as it is, from `share` on; of the others no more than these may refer to. Reading the whole
/// five hundred times would take minutes.
fn twentieth(whole: &Value, share: usize) -> Value {
    let mut file = whole.clone();
    for part in ["entities", "links", "sources", "stories", "events", "routes"] {
        let records = file[part].as_array_mut().unwrap_or_else(|| panic!("{part}"));
        let mut at = 0;
        records.retain_mut(|record| {
            at += 1;
            let kept = at % 20 == share;
            if let (false, Some(members)) = (kept, record.as_object_mut()) {
                members.retain(|key, _| ["id", "kind", "stage", "name", "title"].contains(&key.as_str()));
                for key in ["name", "title"] {
                    if let Some(named) = members.get_mut(key) {
                        *named = json!({ "zh-Hans": "x", "zh-Hant": "x", "en": "x" });
                    }
                }
            }
            kept || ["entities", "sources"].contains(&part)
        });
    }
    file
}

/// Whether damage of this kind may leave a file that is as right as before: a text or list that says something else.
fn may_be_silent(what: &str) -> bool {
    ["taken out", "a letter doubled", "an odd word", "an empty list"].iter().any(|end| what.ends_with(end))
}

/// Damages one share of the real file 25 times, one field at a time; counts how often nothing was told.
fn silent_damage(real: &Value, share: usize) -> usize {
    let mut sequence = Sequence(45 + share as u64);
    let mut file = twentieth(real, share);
    let whole = load(file.to_string().as_bytes());
    assert_eq!(whole.set_aside, 0);
    let said: Vec<_> = whole.findings.iter().map(gist).collect();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    let mut silent = 0;
    for _ in 0..25 {
        let pointer = &all[sequence.below(all.len())];
        let part = pointer.split('/').nth(1).unwrap_or_default();
        let before = file[part].clone();
        let what = damage(&mut file, pointer, &mut sequence);
        let loaded = load(file.to_string().as_bytes());
        assert!(loaded.catalog.is_some(), "{what}: one damage does not cost the file");
        if file.get(part) != Some(&before) && loaded.findings.iter().map(gist).eq(said.iter().cloned()) {
            assert!(may_be_silent(&what), "{what}: nothing is told");
            assert_eq!(loaded.set_aside, 0, "{what}: what is set aside is told");
            silent += 1;
        }
        file[part] = before;
    }
    silent
}

#[test]
fn any_single_damage_to_the_real_file_is_told_or_does_no_harm() {
    let real: Value =
        serde_json::from_str(include_str!("../data/xiguan.json")).unwrap_or_else(|error| panic!("{error}"));
    let silent: usize = std::thread::scope(|scope| {
        let shares: Vec<_> = (0..20)
            .map(|share| {
                let real = &real;
                scope.spawn(move || silent_damage(real, share))
            })
            .collect();
        shares.into_iter().map(|share| share.join().expect("no share fails")).sum()
    });
    assert!(silent < 250, "{silent} of 500 were silent");
}
