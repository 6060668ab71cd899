//! The curator's tool as a curator uses it: output, exit codes, files.
#![cfg(feature = "curate")]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

fn curate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_curate")).args(arguments).output().unwrap_or_else(|error| panic!("{error}"))
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn quay() -> String {
    format!("{}/tests/districts/quay.json", env!("CARGO_MANIFEST_DIR"))
}

/// A file of its own for one test, gone with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{error}"));
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn exit_codes_of_check_are_those_of_the_contract() {
    assert_eq!(code(&curate(&["check", &quay()])), 0);
    assert_eq!(code(&curate(&["check", &quay(), "--strict"])), 0);
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let warned = Scratch::new("warned.json", text.replacen("\"format\"", "\"extra\": 1, \"format\"", 1).as_bytes());
    assert_eq!(code(&curate(&["check", warned.path()])), 0);
    assert_eq!(code(&curate(&["check", warned.path(), "--strict"])), 1);
    let wrong = Scratch::new("wrong.json", text.replacen("\"to\": \"old-quay\"", "\"to\": \"nowhere\"", 1).as_bytes());
    assert_eq!(code(&curate(&["check", wrong.path()])), 2);
    let newer = Scratch::new("newer.json", text.replacen("\"format\": 1", "\"format\": 2", 1).as_bytes());
    assert_eq!(code(&curate(&["check", newer.path()])), 2);
    let broken = Scratch::new("broken.json", b"{\"format\": 1,}");
    assert_eq!(code(&curate(&["check", broken.path()])), 3);
    assert_eq!(code(&curate(&["check", "no/such/file.json"])), 3);
    for usage in [&["check"][..], &["check", "a", "b"], &["chek", "a"], &["check", "a", "--format", "xml"], &[]] {
        assert_eq!(code(&curate(usage)), 64, "{usage:?}");
    }
    assert_eq!(code(&curate(&["--help"])), 0);
}

#[test]
fn json_findings_have_every_field_even_when_nothing_could_be_read() {
    let missing = json(&curate(&["check", "no/such/file.json", "--format", "json"]));
    assert_eq!(missing[0]["code"], "file-not-found");
    let broken = Scratch::new("fields.json", "{\r\n \"$schema\":\"名\"，\"format\":1}".as_bytes());
    let findings = json(&curate(&["check", broken.path(), "--format", "json", "--lang", "zh-Hant"]));
    let keys: Vec<&str> =
        findings[0].as_object().map(|finding| finding.keys().map(String::as_str).collect()).unwrap_or_default();
    assert_eq!(keys, ["code", "severity", "path", "line", "column", "message", "hint"]);
    assert_eq!((&findings[0]["line"], &findings[0]["column"]), (&Value::from(2), &Value::from(15)));
    assert!(findings[0]["message"].as_str().is_some_and(|message| message.contains("標點")));
    assert_eq!(
        json(&curate(&["check", &quay(), "--format", "json"]))
            .as_array()
            .map(|all| all.iter().filter(|f| f["severity"] != "information").count()),
        Some(0)
    );
}

#[test]
fn findings_and_hints_are_told_in_the_language_that_is_asked_for() {
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let wrong = Scratch::new("told.json", text.replacen("\"to\": \"old-quay\"", "\"to\": \"old-quya\"", 1).as_bytes());
    for (lang, message, hint) in [
        ("en", "the file holds no such thing", "did you mean `old-quay`?"),
        ("zh-Hans", "文件里没有", "是否要写 `old-quay`？"),
        ("zh-Hant", "檔案裏沒有", "是否要寫 `old-quay`？"),
    ] {
        let findings = json(&curate(&["check", wrong.path(), "--format", "json", "--lang", lang]));
        let found = findings.as_array().and_then(|all| all.iter().find(|one| one["code"] == "dangling-reference"));
        let told = |key: &str| found.and_then(|found| found[key].as_str()).unwrap_or_default().to_owned();
        assert!(told("message").contains(message) && told("hint").contains(hint), "{lang}: {found:?}");
        for format in ["human", "github"] {
            let printed = curate(&["check", wrong.path(), "--format", format, "--lang", lang]).stdout;
            let printed = String::from_utf8_lossy(&printed).into_owned();
            assert!(
                printed.contains(&told("message")) && printed.contains(&told("hint")),
                "{lang} {format}: {printed}"
            );
        }
    }
}

#[test]
fn github_findings_are_one_line_each() {
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let wrong =
        Scratch::new("github.json", text.replacen("\"to\": \"old-quay\"", "\"to\": \"old-kuay\"", 1).as_bytes());
    let output = curate(&["check", wrong.path(), "--format", "github"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find(|line| line.starts_with("::error ")).unwrap_or_else(|| panic!("{text}"));
    assert!(line.contains("title=dangling-reference") && line.contains("did you mean `old-quay`?"), "{line}");
}

#[test]
fn formatting_loses_nothing_is_stable_and_leaves_broken_files_alone() {
    let messy = "\u{feff}{\r\n\"links\":[],\"unknown\":{\"b\":1.50,\"a\":\"\\u6ce8\"},\"format\":1}";
    let file = Scratch::new("messy.json", messy.as_bytes());
    assert_eq!(code(&curate(&["fmt", "--check", file.path()])), 1);
    assert_eq!(std::fs::read_to_string(&file.0).unwrap_or_default(), messy, "`--check` only tells");
    assert_eq!(code(&curate(&["fmt", file.path()])), 0);
    let tidy = std::fs::read_to_string(&file.0).unwrap_or_default();
    assert_eq!(tidy, "{ \"format\": 1, \"links\": [], \"unknown\": { \"b\": 1.50, \"a\": \"\\u6ce8\" } }\n");
    assert_eq!(code(&curate(&["fmt", "--check", file.path()])), 0);
    let broken = Scratch::new("unformatted.json", b"{\"a\": 1,}");
    assert_eq!(code(&curate(&["fmt", broken.path()])), 3);
    assert_eq!(std::fs::read(&broken.0).unwrap_or_default(), b"{\"a\": 1,}");
}

#[test]
fn a_trace_holds_ancestors_and_descendants_nearest_first() {
    let ids = |value: &Value| -> Vec<String> {
        value
            .as_array()
            .map(|ids| ids.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            .unwrap_or_default()
    };
    let all = json(&curate(&["trace", &quay(), "smokehouse"]));
    assert_eq!(ids(&all["up"]), ["old-quay", "north-bank", "deep"]);
    assert_eq!(ids(&all["down"]), ["kipper"]);
    let near = json(&curate(&["trace", &quay(), "kipper", "--up", "1"]));
    assert_eq!((ids(&near["up"]), ids(&near["down"])), (vec!["smokehouse".to_owned()], Vec::new()));
    let far = json(&curate(&["trace", &quay(), "north-bank", "--up", "0", "--down", "2"]));
    assert_eq!(
        (ids(&far["up"]), ids(&far["down"])),
        (Vec::new(), vec!["old-quay".to_owned(), "smokehouse".to_owned()])
    );
    let masters = json(&curate(&["trace", &quay(), "smokehouse", "--lens", "masters"]));
    assert_eq!((ids(&masters["up"]), ids(&masters["down"])), (vec!["ann".to_owned()], Vec::new()));
    let before = json(&curate(&["trace", &quay(), "kipper", "--year", "1840"]));
    assert_eq!(ids(&before["up"]), Vec::<String>::new(), "the smokehouse was not there yet");
    assert_eq!(code(&curate(&["trace", &quay(), "smokehous"])), 64);
    assert_eq!(code(&curate(&["trace", "no/such/file", "x"])), 3);
}

#[test]
fn a_layout_holds_every_entity_with_a_stage_and_every_flow_link() {
    let layout = json(&curate(&["layout", &quay()]));
    let nodes = layout["nodes"].as_array().cloned().unwrap_or_default();
    let links = layout["links"].as_array().cloned().unwrap_or_default();
    assert_eq!((nodes.len(), links.len()), (5, 4));
    assert!(layout["milliseconds"].as_f64().is_some_and(|time| time > 0.0));
    for link in &links {
        let end = |which: &str, point: &Value| {
            let node = nodes.iter().find(|node| node["id"] == link[which]).unwrap_or_else(|| panic!("{link}"));
            let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
            let (x, y) = (number(&point[0]), number(&point[1]));
            let (left, top) = (number(&node["x"]), number(&node["y"]));
            let (right, bottom) = (left + number(&node["width"]), top + number(&node["height"]));
            assert!(x >= left - 0.1 && x <= right + 0.1 && y >= top - 0.1 && y <= bottom + 0.1, "{which} of {link}");
        };
        let points = link["points"].as_array().cloned().unwrap_or_default();
        end("from", &points[0]);
        end("to", &points[points.len() - 1]);
    }
    let alone = json(&curate(&["layout", &quay(), "--focus", "old-quay", "--up", "1", "--down", "0"]));
    assert_eq!(alone["nodes"].as_array().map(Vec::len), Some(3));
    let masters = json(&curate(&["layout", &quay(), "--lens", "masters"]));
    assert_eq!(masters["nodes"].as_array().map(Vec::len), Some(2));
    for more in [&["--group"][..], &["--wrap"], &["--room", "narrow"]] {
        let mut arguments = vec!["layout"];
        let file = quay();
        arguments.push(&file);
        arguments.extend(more);
        assert_eq!(json(&curate(&arguments))["nodes"].as_array().map(Vec::len), Some(5), "{more:?}");
    }
}

#[test]
fn a_file_of_a_newer_format_is_not_rewritten() {
    let text = std::fs::read_to_string(quay()).unwrap_or_default().replacen("\"format\": 1", "\"format\":   2", 1);
    let newer = Scratch::new("newer-format.json", text.as_bytes());
    let output = curate(&["fmt", newer.path()]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("newer-format"));
    assert_eq!(std::fs::read_to_string(&newer.0).unwrap_or_default(), text);
}

#[test]
fn a_reader_that_stops_listening_is_nobodys_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_curate"))
        .arg("schema")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}"));
    // The tool has yet to start; its output is closed before it writes the first byte.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn unknown_entities_and_lenses_are_answered_with_what_is_near() {
    for (arguments, said) in [
        (vec!["trace", "FILE", "smokehous"], "did you mean smokehouse?"),
        (vec!["trace", "FILE", "quay"], "did you mean old-quay?"),
        (vec!["layout", "FILE", "--focus", "kippr"], "did you mean kipper?"),
        (vec!["layout", "FILE", "--lens", "fich"], "it holds fish, masters"),
        (vec!["trace", "FILE", "kipper", "--lens", "fich"], "it holds fish, masters"),
    ] {
        let file = quay();
        let arguments: Vec<&str> =
            arguments.into_iter().map(|word| if word == "FILE" { &file } else { word }).collect();
        let output = curate(&arguments);
        assert_eq!(code(&output), 64, "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_picture_that_is_missing_is_answered_with_the_one_that_was_meant() {
    let picture = "\"id\": \"kipper\", \"picture\": { \"file\": \"Kipper-Test.SVG\", \"alt\": { \"en\": \"x\", \"zh-Hant\": \"x\" } },";
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let text = text.replacen("\"id\": \"kipper\",", &picture.replace(".SVG", ".svg"), 1);
    let drawing = Scratch::new("kipper-test.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let file = Scratch::new("pictured.json", text.as_bytes());
    let findings = json(&curate(&["check", file.path(), "--format", "json"]));
    let found = findings.as_array().and_then(|all| all.iter().find(|finding| finding["code"] == "picture-missing"));
    assert_eq!(found.map(|finding| finding["hint"].as_str()), Some(Some("did you mean `kipper-test.svg`?")));
    drop(drawing);
}

#[test]
fn covers_of_stories_are_looked_at_as_pictures_of_entities_are() {
    let cover = "\"id\": \"smoke\", \"cover\": { \"file\": \"no-cover.svg\", \"alt\": { \"en\": \"x\", \"zh-Hant\": \"x\" } }, \"title\"";
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let at = text.find("\"stories\"").unwrap_or_default();
    let story =
        text[at..].split_whitespace().collect::<Vec<_>>().join(" ").replacen("\"id\": \"smoke\", \"title\"", cover, 1);
    let file = Scratch::new("covered.json", [&text[..at], &story].concat().as_bytes());
    let findings = json(&curate(&["check", file.path(), "--format", "json"]));
    let found = findings.as_array().and_then(|all| all.iter().find(|finding| finding["code"] == "picture-missing"));
    assert_eq!(found.map(|finding| finding["path"].as_str()), Some(Some("/stories/0/cover")));
}

#[test]
fn an_ending_in_capitals_is_answered_with_the_one_in_small_letters_and_no_picture_is_called_what_none_may_be() {
    let told = |named: &str, there: &str| -> Vec<(String, String)> {
        let text = std::fs::read_to_string(quay()).unwrap_or_default();
        let picture = format!(
            "\"id\": \"kipper\", \"picture\": {{ \"file\": \"{named}\", \"alt\": {{ \"en\": \"x\", \"zh-Hant\": \"x\" }} }},"
        );
        let drawing = Scratch::new(
            there,
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"art\"><path d=\"M0 0\"/></g></svg>",
        );
        let name = format!("named-{named}.json");
        let file = Scratch::new(&name, text.replacen("\"id\": \"kipper\",", &picture, 1).as_bytes());
        let findings = json(&curate(&["check", file.path(), "--format", "json"]));
        drop(drawing);
        let word = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let wrong = findings.as_array().into_iter().flatten().filter(|finding| finding["severity"] != "information");
        wrong.map(|finding| (word(finding, "code"), word(finding, "hint"))).collect()
    };
    let meant = |hint: &str| format!("did you mean `{hint}`?");
    assert_eq!(told("case-a.SVG", "case-a.svg"), [("picture-path".to_owned(), meant("case-a.svg"))]);
    assert_eq!(told("Case-b.svg", "case-b.svg"), [("picture-missing".to_owned(), meant("case-b.svg"))]);
    let renamed = told("case-c.svg", "case-c.SVG");
    assert_eq!(renamed.len(), 1);
    assert!(renamed[0].0 == "picture-missing" && renamed[0].1.contains("under exactly this name"), "{renamed:?}");
}

#[test]
fn one_of_a_thing_is_counted_as_one() {
    let summary = |name: &str, text: &str| {
        let file = Scratch::new(name, text.as_bytes());
        String::from_utf8_lossy(&curate(&["check", file.path()]).stderr).trim().to_owned()
    };
    let kinds = "\"format\": 1, \"kinds\": [{ \"id\": \"k\", \"name\": { \"en\": \"K\" } }]";
    let one = format!(
        "{{ {kinds}, \"x\": 1, \"entities\": [{{ \"id\": \"e\", \"kind\": \"k\", \"name\": {{ \"en\": \"E\" }} }}, 1] }}"
    );
    assert_eq!(summary("one.json", &one), "1 error, 1 warning, 1 note; 1 entity, 0 links, 1 record set aside");
    assert_eq!(
        summary("none.json", "{ \"format\": 1 }"),
        "0 errors, 1 warning, 0 notes; 0 entities, 0 links, 0 records set aside"
    );
}

#[test]
fn what_is_wrong_comes_before_what_it_leads_to_and_people_are_told_in_their_language() {
    let text = std::fs::read_to_string(quay()).unwrap_or_default();
    let text = text.replacen("\"format\"", "\"extra\": 1, \"format\"", 1).replacen(
        "\"kind\": \"person\"",
        "\"kind\": \"pearson\"",
        1,
    );
    let file = Scratch::new("ordered.json", text.as_bytes());
    let findings = json(&curate(&["check", file.path(), "--format", "json"]));
    let word = |finding: &Value| finding["severity"].as_str().unwrap_or_default().to_owned();
    let mut severities: Vec<String> = findings.as_array().into_iter().flatten().map(word).collect();
    severities.dedup();
    assert_eq!(severities, ["error", "warning", "information"]);
    for (lang, begins, tally) in [
        ("zh-Hans", "错误[unknown-kind]: ", "1 处错误，2 处警告，"),
        ("zh-Hant", "錯誤[unknown-kind]: ", "1 處錯誤，2 處警告，"),
        ("en", "error[unknown-kind]: ", "1 error, 2 warnings, "),
    ] {
        let output = curate(&["check", file.path(), "--lang", lang]);
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(told.starts_with(begins), "{told}");
        assert!(lang == "en" || !told.contains("warning["), "{told}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.starts_with(tally), "{told}");
    }
}

#[test]
fn what_is_no_data_file_is_left_alone_and_answered_with_what_it_is() {
    let list = Scratch::new("list.json", b"[1,2]");
    let output = curate(&["fmt", list.path()]);
    assert_eq!((code(&output), std::fs::read(&list.0).unwrap_or_default()), (2, b"[1,2]".to_vec()));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not-an-object"));
    let output = curate(&["check", env!("CARGO_MANIFEST_DIR")]);
    assert_eq!(code(&output), 3);
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("is-a-folder") && !told.contains("rights"), "{told}");
    let long = Scratch::new("long-key.json", format!("{{\"{}\": 1}}", "x".repeat(1100)).as_bytes());
    assert_eq!(code(&curate(&["check", long.path()])), 2, "as other limits");
}

#[test]
fn numbers_that_cannot_be_meant_are_refused_in_words() {
    for width in ["nan", "inf", "-5", "0"] {
        let output = curate(&["layout", &quay(), "--width", width]);
        assert_eq!(code(&output), 64, "{width}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("a number of pixels"), "{width}");
    }
    let output = curate(&["trace", &quay(), "kipper", "--year", "abc"]);
    assert_eq!(code(&output), 64);
    assert!(String::from_utf8_lossy(&output.stderr).contains("a year, from 1 to 2100"));
}
