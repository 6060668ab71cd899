//! Files that are too large, too deep, too full of faults, damaged at random, or cut off: each is answered with findings.

use taste::{
    check::{Code, Severity},
    load::{announced_too_large, limits, load},
    model::Lang,
};

mod sequence;
use sequence::Sequence;

const REAL: &str = include_str!("../data/xiguan.json");

/// Codes of everything that is found, with their paths.
fn told(text: &str) -> Vec<String> {
    let findings = load(text.as_bytes()).findings.into_iter();
    findings.map(|finding| format!("{} {}", finding.code.word(), finding.place.path).trim_end().to_owned()).collect()
}

/// A bare file with one part more.
fn with(part: &str) -> String {
    format!(r#"{{"format": 1, "kinds": [{{"id": "k", "name": {{"en": "K"}}}}], {part}}}"#)
}

fn entity(name: &str) -> String {
    with(&format!(r#""entities": [{{"id": "e", "kind": "k", "name": {name}}}]"#))
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let mut bytes = vec![b' '; limits::BYTES + 1];
    bytes[0] = b'{';
    let loaded = load(&bytes);
    let codes: Vec<_> = loaded.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::FileTooLarge]);
    assert_eq!(loaded.findings[0].arguments, ["67108865", "64"]);
    assert!(taste::load::too_large(limits::BYTES as u64).is_none());
}

#[test]
fn lists_beyond_their_bound_are_refused_as_soon_as_it_is_passed() {
    for (list, most) in [("entities", limits::ENTITIES), ("links", limits::LINKS)] {
        let items = vec!["0"; most + 1].join(",");
        let loaded = load(format!("{{\"{list}\": [{items}").as_bytes());
        assert_eq!(told(&format!("{{\"{list}\": [{items}")), [format!("too-many-records /{list}")]);
        assert!(loaded.catalog.is_none());
        assert!(loaded.findings[0].message(Lang::En).contains(&most.to_string()));
        // Elsewhere the same key has no bound.
        assert_eq!(told(&format!("{{\"x\": {{\"{list}\": [{items}"))[0], "cut-off /x/".to_owned() + list);
    }
}

#[test]
fn the_first_record_beyond_a_bound_is_named_however_the_list_is_written() {
    let most = limits::ENTITIES;
    let list = |records: &[&str], end: &str| format!("{{\"entities\": [\n  {}{end}", records.join(",\n  "));
    let place = |text: &str| {
        let findings = load(text.as_bytes()).findings;
        let found = findings.iter().find(|finding| finding.code == Code::TooManyRecords);
        found.map(|finding| (finding.place.path.clone(), finding.place.line, finding.place.column))
    };
    let beyond = Some(("/entities".to_owned(), most as u32 + 2, 3));
    for record in
        ["0", "{}", r#"[[1, 2], {"a": [3, 4]}]"#, r#"{"a": "],[}{\", \\"}"#, r#"{"a": "名，名 // 名", "b": "it's"}"#]
    {
        assert_eq!(place(&list(&vec![record; most + 1], "]}")), beyond, "{record}");
        // As many as may be are not too many, also with a comma after the last.
        let records = vec![record; most];
        for end in ["\n]}", ",\n]}"] {
            assert_eq!(place(&list(&records, end)), None, "{record} before {end}");
        }
    }
    // What stands in the way of looking ahead is read, and the list counted all the same.
    for slip in ["0 /* ], */", "'0,0'", "{\"a\"：0}", "{\"a\": [,]}"] {
        let mut records = vec!["0"; most + 1];
        records[most / 2] = slip;
        assert_eq!(place(&list(&records, "]}")), beyond, "{slip}");
    }
}

#[test]
fn nesting_is_bounded_also_in_fields_that_are_not_known() {
    let nested = |depth: usize| with(&format!("\"x\": {}{}", "[".repeat(depth), "]".repeat(depth)));
    assert_eq!(told(&nested(limits::NESTING - 1)), ["nothing-to-show", "unknown-field /x"]);
    assert_eq!(told(&nested(limits::NESTING))[0].split(' ').next(), Some("too-deep"));
}

#[test]
fn texts_and_names_are_bounded_wherever_they_stand() {
    let text = |bytes: usize| with(&format!(r#""site": {{"title": {{"en": "{}"}}}}"#, "x".repeat(bytes)));
    assert!(!told(&text(limits::TEXT)).contains(&"text-too-long /site/title/en".to_owned()));
    assert!(told(&text(limits::TEXT + 1)).contains(&"text-too-long /site/title/en".to_owned()));
    let fits = "名".repeat(limits::NAME);
    let long = "名".repeat(limits::NAME + 1);
    for (at, name) in [
        ("/en", r#"{"en": "@"}"#),
        ("/short/en", r#"{"en": "E", "short": {"en": "@"}}"#),
        ("/jyutping", r#"{"en": "E", "jyutping": "@"}"#),
        ("/pinyin", r#"{"en": "E", "pinyin": "@"}"#),
        ("/aliases/0", r#"{"en": "E", "aliases": [{"lang": "en", "text": "@"}]}"#),
        ("/former/0/name", r#"{"en": "E", "former": [{"name": {"lang": "en", "text": "@"}}]}"#),
    ] {
        let expected = format!("name-too-long /entities/0/name{at}");
        let whole = entity(&name.replace('@', &fits));
        assert!(!told(&whole).contains(&expected), "{at}");
        let kept = format!("{:?}", load(whole.as_bytes()).catalog.map(|catalog| catalog.entities));
        assert!(kept.contains(&fits), "{at}: as long as it may be it is kept");
        let found = told(&entity(&name.replace('@', &long)));
        assert!(found.contains(&expected), "{at}: {found:?}");
    }
}

#[test]
fn faults_without_number_are_counted_and_the_first_of_them_listed() {
    let loaded = load(with(&format!("\"links\": [{}]", vec!["0"; limits::FINDINGS + 7].join(","))).as_bytes());
    let of = |severity: Severity| loaded.findings.iter().filter(move |finding| finding.severity() == severity);
    assert_eq!(of(Severity::Error).count(), limits::FINDINGS + 1);
    let more = of(Severity::Error).find(|finding| finding.code == Code::MoreErrors);
    assert_eq!(more.map(|finding| finding.message(Lang::En)).as_deref(), Some("7 more errors are not listed"));
}

#[test]
fn findings_in_a_file_of_one_line_are_placed_by_character() {
    let text = with(&format!("\"x\": \"{}\", \"y\": 1", "泮塘五秀 ".repeat(3000)));
    let loaded = load(text.as_bytes());
    let at = text.find("\"y\"").unwrap_or_default();
    let column = text[..at].chars().count() as u32 + 1;
    assert!(loaded.findings.iter().any(|finding| (finding.place.line, finding.place.column) == (1, column)));
}

#[test]
fn the_real_file_cut_off_anywhere_is_said_to_be_cut_off() {
    let mut sequence = Sequence(4);
    for _ in 0..50 {
        let cut = 1 + sequence.below(REAL.len() - 3);
        let loaded = load(&REAL.as_bytes()[..cut]);
        assert!(loaded.catalog.is_none());
        assert_eq!(loaded.findings.last().map(|finding| finding.code), Some(Code::CutOff), "cut at {cut}");
        let line = REAL.as_bytes()[..cut].split(|byte| *byte == b'\n').count() as u32;
        assert!(loaded.findings.last().is_some_and(|finding| finding.place.line.abs_diff(line) <= 1), "cut at {cut}");
    }
}

#[test]
fn a_file_that_is_announced_to_be_too_large_is_refused_before_it_is_fetched() {
    let told = |announced: &str| announced_too_large(Some(announced)).map(|finding| finding.code);
    assert_eq!(told(&(limits::BYTES + 1).to_string()), Some(Code::FileTooLarge));
    assert_eq!(told(&limits::BYTES.to_string()), None);
    assert_eq!(told("a lot"), None);
    assert_eq!(announced_too_large(None), None);
}
