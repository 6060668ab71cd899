//! The published file, damaged at random in one field after another: nothing ever fails, no other record is lost, and damage is told
//! unless what it leaves is as right as what stood there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use taste::{
    check::{Finding, Severity},
    load::{Loaded, load},
    model::Catalog,
};

mod sequence;
use sequence::Sequence;

/// So many fields are damaged, each in a record of its own, so many of them in one reading: reading the whole file for each would take
/// minutes, and a finding names its record. What others refer to by kind or language is damaged in a reading of its own.
const DAMAGES: usize = 600;
const IN_ONE_READING: usize = 25;

/// The lists whose records are damaged side by side.
const LISTS: [&str; 7] = ["sources", "entities", "links", "stories", "events", "routes", "plates"];

const WAYS: [&str; 10] = [
    "null",
    "a number",
    "an odd word",
    "nothing",
    "an empty list",
    "an empty object",
    "a turned text",
    "markup",
    "a letter doubled",
    "taken out",
];

/// What was done to one field.
#[derive(Clone, Debug)]
struct Damage {
    pointer: String,
    /// The record around the field, or the part where it stands in none.
    record: String,
    way: &'static str,
    /// What stood there.
    before: Value,
    /// Whether the checker must tell it.
    must_tell: bool,
}

/// Damages of one reading, each with its turn.
type Reading = Vec<(usize, Damage)>;

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

/// The record that a pointer leads into: `/entities/7`; of the map a shape; else the part.
fn record_of(pointer: &str) -> String {
    let steps: Vec<&str> = pointer.split('/').collect();
    let deep = match steps[1] {
        "map" if steps.get(2) == Some(&"shapes") => 4,
        part if LISTS.contains(&part) => 3,
        _ => 2,
    };
    steps[..steps.len().min(deep)].join("/")
}

/// Whether the record can be damaged beside others in one reading: it is one of many, and is not taken out, which would renumber them.
fn is_one_of_many(damage: &Damage) -> bool {
    let steps = damage.record.split('/').count();
    let is_record = steps == 4 || (steps == 3 && is_record_of(&damage.record, &LISTS));
    is_record && (damage.pointer != damage.record || damage.way != "taken out")
}

/// How often each word stands somewhere as a whole text that could refer to an id: neither as an id nor as the id of a street.
fn references(value: &Value, key: &str, times: &mut BTreeMap<String, u32>) {
    match value {
        Value::Object(members) => {
            for (key, child) in members {
                references(child, key, times);
                if key == "at" {
                    // Where in a source something stands goes by the id of the source.
                    child
                        .as_object()
                        .into_iter()
                        .flatten()
                        .for_each(|(id, _)| *times.entry(id.clone()).or_default() += 1);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, key, times)),
        Value::String(text) if !["id", "street"].contains(&key) => *times.entry(text.clone()).or_default() += 1,
        _ => {}
    }
}

const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// Whether any text may stand where this pointer leads.
fn is_free_text(pointer: &str) -> bool {
    let steps: Vec<&str> = pointer.rsplit('/').collect();
    let (last, around) = (steps[0], steps.get(1).copied().unwrap_or_default());
    LANGUAGES.contains(&last)
        || ["jyutping", "pinyin", "text", "number", "street", "icp", "police"].contains(&last)
        || ["at", "editorial"].contains(&around)
}

fn is_record_of(record: &str, lists: &[&str]) -> bool {
    lists.iter().any(|list| record.starts_with(&format!("/{list}/")))
}

/// Whether damage of this kind leaves something wrong, so that it must be told; else what it leaves is as right as what stood there.
fn is_wrong(pointer: &str, way: &str, before: &Value, times: &BTreeMap<String, u32>) -> bool {
    let record = record_of(pointer);
    let inside = pointer.strip_prefix(&record).unwrap_or_default();
    let key = pointer.rsplit('/').next().unwrap_or_default();
    // An id that nothing refers to may be any other.
    let is_id = key == "id";
    let refers = |id: &Value| id.as_str().is_some_and(|id| times.contains_key(id));
    let is_referred_to = is_record_of(&record, &["entities", "sources"]) && inside == "/id";
    match way {
        // A source may say that no address is known.
        "null" => key != "url",
        "a number" => {
            !before.is_number() || ["rank", "count", "unit", "width", "colour", "up", "down", "year"].contains(&key)
        }
        "an odd word" | "a letter doubled" if is_id => is_referred_to && refers(before),
        "an odd word" => !(before.is_string() && is_free_text(pointer)),
        "a letter doubled" => {
            !(before.is_string() && (is_free_text(pointer) || ["url", "lang", "contact"].contains(&key)))
        }
        // An empty list is one that is not there.
        "an empty list" => !before.is_array() || ["steps", "stops"].contains(&key),
        "an empty object" => key != "at",
        "taken out" => {
            let in_texts = LANGUAGES.contains(&key);
            let needed: &[&str] = match record.split('/').nth(1).unwrap_or_default() {
                "links" => &["/id", "/kind", "/from", "/to", "/evidence"],
                "sources" | "stories" | "plates" => &["/id", "/title"],
                "events" => &["/id", "/title", "/date"],
                "routes" => &["/id", "/name"],
                "map" if inside.is_empty() => &[],
                "entities" | "map" => &["/id", "/kind", "/name"],
                _ => &[],
            };
            // A text in one language only is nothing without its text; a stop is nothing without what stands there.
            let in_list = before.is_string() && (key == "text" || (key == "entity" && record.starts_with("/routes/")));
            let is_cited =
                is_record_of(&record, &["entities", "sources"]) && inside.is_empty() && refers(&before["id"]);
            in_texts
                || in_list
                || is_cited
                || needed.contains(&inside)
                || ["file", "alt", "focus", "lang", "form"].contains(&key)
        }
        _ => true,
    }
}

/// Damages the value at a pointer.
fn damage(file: &mut Value, pointer: &str, way: &str, turn: usize) {
    if way == "taken out" {
        let (around, key) = pointer.rsplit_once('/').unwrap_or_default();
        match file.pointer_mut(around) {
            Some(Value::Object(members)) => {
                members.remove(&key.replace("~1", "/").replace("~0", "~"));
            }
            Some(Value::Array(items)) => {
                items.remove(key.parse().unwrap_or(0));
            }
            other => panic!("{pointer}: {other:?}"),
        }
        return;
    }
    let place = file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
    *place = match way {
        "null" => Value::Null,
        "a number" => json!(-7),
        // Of its own each time: two of the same could refer to each other.
        "an odd word" => json!(format!("nowhere-{turn}")),
        "an empty list" => json!([]),
        "an empty object" => json!({}),
        "a turned text" => json!("a\u{202e}b"),
        "markup" => json!("<img src=x onerror=alert(1)>"),
        "a letter doubled" => {
            let text = place.as_str().unwrap_or_default();
            json!(text.chars().chain(text.chars().next_back()).collect::<String>())
        }
        _ => json!(""),
    };
}

/// A finding without its place in the text, which every change of length moves; places in its message likewise.
fn gist(finding: &Finding) -> (&'static str, String, Vec<String>) {
    let words = finding.arguments.iter().filter(|word| word.parse::<u32>().is_err()).cloned().collect();
    (finding.code.word(), finding.place.path.clone(), words)
}

type Gist = (&'static str, String, Vec<String>);

/// The names of all records of a catalog, each with its part: ids, of links both ends and the kind.
fn records(catalog: &Catalog) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    all.extend(catalog.sources.iter().map(|record| format!("sources {}", record.id)));
    all.extend(catalog.entities.iter().map(|record| format!("entities {}", record.id)));
    all.extend(catalog.stories.iter().map(|record| format!("stories {} {}", record.id, record.steps.len())));
    all.extend(catalog.events.iter().map(|record| format!("events {}", record.id)));
    all.extend(catalog.routes.iter().map(|record| format!("routes {}", record.id)));
    all.extend(catalog.plates.iter().map(|record| format!("plates {}", record.id)));
    all.extend(catalog.map.iter().flat_map(|map| &map.shapes).map(|record| format!("map {}", record.id)));
    all.extend(catalog.links.iter().map(|link| {
        let [from, to] = [link.from, link.to].map(|end| &catalog.entity(end).id);
        format!("links {from} {to} {}", catalog.link_kind(link.kind).id)
    }));
    all
}

/// The name of a record as it is written in the real file, as [`records`] gives it, by its pointer.
fn names(real: &Value) -> BTreeMap<String, String> {
    let text = |record: &Value, key: &str| record[key].as_str().unwrap_or_default().to_owned();
    let mut all = BTreeMap::new();
    for list in LISTS {
        for (at, record) in real[list].as_array().into_iter().flatten().enumerate() {
            let name = match list {
                "links" => ["from", "to", "kind"].map(|key| text(record, key)).join(" "),
                "stories" => format!("{} {}", text(record, "id"), record["steps"].as_array().map_or(0, Vec::len)),
                _ => text(record, "id"),
            };
            all.insert(format!("/{list}/{at}"), format!("{list} {name}"));
        }
    }
    for (at, shape) in real["map"]["shapes"].as_array().into_iter().flatten().enumerate() {
        all.insert(format!("/map/shapes/{at}"), format!("map {}", text(shape, "id")));
    }
    all
}

fn is_at(finding: &Gist, record: &str) -> bool {
    finding.1.strip_prefix(record).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is known of the real file.
struct Whole {
    real: Value,
    names: BTreeMap<String, String>,
    said: BTreeSet<Gist>,
}

impl Whole {
    /// Reads the real file with these damages, and compares.
    fn check(&self, damages: &Reading) {
        let mut file = self.real.clone();
        for (turn, Damage { pointer, way, .. }) in damages {
            damage(&mut file, pointer, way, *turn);
        }
        let Loaded { catalog, findings, .. } = load(file.to_string().as_bytes());
        let catalog = catalog.unwrap_or_else(|| panic!("damage does not cost the file: {damages:?}"));
        let wrong = |finding: &&Finding| finding.severity() != Severity::Information;
        let is_new = |found: &Gist| !self.said.contains(found);
        let new: BTreeSet<Gist> = findings.iter().map(gist).filter(is_new).collect();
        let told: BTreeSet<Gist> = findings.iter().filter(wrong).map(gist).filter(is_new).collect();
        for (_, damage) in damages.iter().filter(|(_, damage)| damage.must_tell) {
            // What refers to an id, a language or a kind that is no longer there tells it.
            let elsewhere = damage.pointer.ends_with("/id") || damages.len() == 1;
            assert!(
                new.iter().any(|found| elsewhere || is_at(found, &damage.record)),
                "{} made {}: nothing is told. It was {}",
                damage.pointer,
                damage.way,
                damage.before
            );
        }
        let there = records(&catalog);
        // The name of a story counts its steps.
        let is_whole = |pointer: &str, record: &str| {
            let rest = pointer.strip_prefix(record);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("/steps/") && rest.matches('/').count() == 2)
        };
        let is_taken_out = |record: &str| {
            damages.iter().any(|(_, damage)| damage.way == "taken out" && is_whole(&damage.pointer, record))
        };
        for (record, name) in &self.names {
            // The shapes of a map that cannot be read are lost with it.
            let holds =
                |whole: &str| record.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let is_damaged = damages.iter().any(|(_, damage)| holds(&damage.record));
            let is_lost = !there.contains(name);
            // A record that was damaged, or that refers to one, may be lost, but never without a word; numbers change where one is taken out.
            let is_renamed = is_damaged && damages.iter().any(|(_, damage)| damage.pointer == format!("{record}/id"));
            let is_renumbered = damages.len() == 1;
            // What names an id that was damaged is told there, once for all that name it.
            let is_explained = told
                .iter()
                .filter(|found| found.0 == "misspelt-id")
                .any(|found| name.split(' ').skip(1).any(|word| found.2.iter().any(|told| told == word)));
            assert!(
                !is_lost
                    || is_renamed
                    || is_explained
                    || is_taken_out(record)
                    || told.iter().any(|found| is_renumbered || is_at(found, record)),
                "{name} ({record}) is lost without a word: {damages:?}"
            );
            let is_referring = |found: &&Gist| found.0.ends_with("-reference") || found.0.starts_with("unknown-");
            assert!(
                !is_lost
                    || is_damaged
                    || is_explained
                    || told.iter().filter(is_referring).any(|found| is_renumbered || is_at(found, record)),
                "{name} ({record}) is lost and refers to nothing that was damaged: {damages:?}"
            );
        }
    }
}

/// Damages drawn at random: those of one reading each, no record twice in one.
fn drawn(real: &Value) -> Vec<Reading> {
    let mut sequence = Sequence(45);
    let mut all = Vec::new();
    pointers(real, "", &mut all);
    let mut times = BTreeMap::new();
    references(real, "", &mut times);
    let (mut readings, mut filling): (Vec<Reading>, Reading) = Default::default();
    for turn in 0..DAMAGES {
        let pointer = all[sequence.below(all.len())].clone();
        let way = WAYS[sequence.below(WAYS.len())];
        let before = real.pointer(&pointer).cloned().unwrap_or_default();
        let (record, must_tell) = (record_of(&pointer), is_wrong(&pointer, way, &before, &times));
        let damage = Damage { pointer, record, way, before, must_tell };
        if !is_one_of_many(&damage) {
            readings.push(vec![(turn, damage)]);
            continue;
        }
        if filling.len() == IN_ONE_READING || filling.iter().any(|(_, other)| other.record == damage.record) {
            readings.push(std::mem::take(&mut filling));
        }
        filling.push((turn, damage));
    }
    readings.push(filling);
    readings
}

#[test]
fn damage_to_any_fields_of_the_real_file_is_told_or_does_no_harm() {
    let real: Value =
        serde_json::from_str(include_str!("../data/xiguan.json")).unwrap_or_else(|error| panic!("{error}"));
    let loaded = load(real.to_string().as_bytes());
    assert_eq!(loaded.set_aside, 0);
    let names = names(&real);
    let there = records(&loaded.catalog.unwrap_or_default());
    assert!(names.values().all(|name| there.contains(name)), "every record of the real file is there");
    let readings = drawn(&real);
    let must_tell = readings.iter().flatten().filter(|(_, damage)| damage.must_tell).count();
    assert!(must_tell > DAMAGES / 2, "{must_tell} of {DAMAGES} must be told");
    let whole = Whole { names, said: loaded.findings.iter().map(gist).collect(), real };
    std::thread::scope(|scope| {
        let quarters = readings.chunks(readings.len().div_ceil(4));
        let shares: Vec<_> = quarters
            .map(|share| {
                let whole = &whole;
                scope.spawn(move || share.iter().for_each(|damages| whole.check(damages)))
            })
            .collect();
        for share in shares {
            share.join().expect("no share fails");
        }
    });
}
