//! Slips and positions.

use super::*;
use crate::load::written::File;

/// Marks each slip of `text` as `offset:slip`.
fn slips(text: &str) -> String {
    let marks: Vec<_> = parse(text).slips.iter().map(|at| format!("{}:{:?}", at.offset, at.slip)).collect();
    marks.join(" ")
}

#[test]
fn well_formed_texts_have_no_slips() {
    for text in ["{}", "[]", " [1, -0.5e+3, \"\\u00e9\\ud83d\\ude00\", null, true, {\"a\": [{}]}]\r\n", "\"泮\"", "0"]
    {
        assert_eq!(slips(text), "", "{text}");
    }
}

#[test]
fn common_slips_are_all_named_in_one_run() {
    assert_eq!(slips("{\"a\": 1,}"), "7:TrailingComma");
    assert_eq!(slips("[1 2]"), "3:MissingComma");
    assert_eq!(slips("{\"a\"：1，\"b\":2,}"), "4:FullWidth 8:FullWidth 16:TrailingComma");
    assert_eq!(slips("{a: 'x', // note\n “b”: 1}"), "1:BareKey 4:OddQuotes 9:Comment 18:OddQuotes");
    assert_eq!(
        slips("{\"a\": 01, \"b\": NaN, \"c\": .5, \"d\": 1e999}"),
        "6:BadNumber 15:BadNumber 25:BadNumber 34:BadNumber"
    );
    assert_eq!(slips(r#"["\x", "\ud800", "\u12"]"#), "2:BadEscape 8:LoneSurrogate 18:BadEscape");
}

#[test]
fn a_cut_off_text_is_named_as_such_wherever_it_is_cut() {
    let whole = "{\"a\": [1, {\"b\": \"泮塘\"}], \"c\": true}";
    for (cut, _) in whole.char_indices() {
        assert!(slips(&whole[..cut]).ends_with(":CutOff"), "{}", &whole[..cut]);
    }
}

#[test]
fn trailing_text_and_deep_nesting_are_refused() {
    assert_eq!(slips("{} {}"), "3:Trailing");
    assert_eq!(slips(&"[".repeat(100_000)), format!("{}:TooDeep", limits::NESTING));
    let deepest = "[".repeat(limits::NESTING) + &"]".repeat(limits::NESTING);
    assert_eq!(slips(&deepest), "");
}

#[test]
fn nodes_know_their_pointer_line_and_column() {
    let parsed = parse("{\r\n  \"a/b\": [\"泮塘\", 7]\r\n}");
    let document = parsed.document.unwrap_or_else(|| panic!("it parses"));
    let list = document.children(document.root()).next().unwrap_or_else(|| panic!("it has a member"));
    let seven = document.children(list).nth(1).unwrap_or_else(|| panic!("it has two items"));
    assert_eq!(document.pointer(seven), "/a~1b/1");
    assert_eq!(document.line_and_column(document.span(seven).start), (2, 17));
    assert_eq!(document.raw(seven), "7");
}

#[test]
fn duplicate_keys_are_found_at_every_level() {
    assert_eq!(parse(r#"{"a":1,"b":{"x":1,"x":2},"a":3}"#).duplicates.len(), 2);
    let many: Vec<String> = (0..40).map(|at| format!("\"k{}\": 0", at % 30)).collect();
    assert_eq!(parse(&format!("{{{}}}", many.join(", "))).duplicates.len(), 10, "also in an object of many keys");
}

#[test]
fn what_begins_no_value_is_skipped_and_the_rest_looked_at() {
    assert_eq!(slips(r#"{"a": undefined, "b": True, "c": 1,}"#), "6:NotAValue 22:NotAValue 34:TrailingComma");
    assert_eq!(slips(r#"{"a": , "b": }"#), "6:NotAValue 13:NotAValue");
    assert_eq!(slips("[1,,2,,,]"), "3:NotAValue 6:NotAValue 7:NotAValue 5:TrailingComma");
    assert_eq!(slips(r#"{"a": 1,, "b": .5}"#), "8:NotAValue 15:BadNumber");
    assert_eq!(slips(r#"{, "b": 1}"#), "1:NotAValue");
    assert_eq!(slips(r#"{"a": 1; "b": .5}"#), "7:NotAValue 14:BadNumber");
    assert_eq!(slips("１２"), "0:NotAValue");
}

#[test]
fn a_bracket_that_does_not_fit_names_what_it_does_not_close() {
    assert_eq!(slips(r#"{"a": [1, 2}"#), "11:Unclosed { open: 6 }");
    assert_eq!(slips(r#"{"a": [1, {"b": 2], "c": .5}"#), "17:Unclosed { open: 10 } 25:BadNumber");
    assert_eq!(slips(r#"[{"a": 1, {"b": 2}]"#), "10:Unclosed { open: 1 }");
}

#[test]
fn the_punctuation_of_a_chinese_keyboard_is_understood() {
    assert_eq!(
        slips("｛\"a\":\u{3000}［1、2］｝"),
        "0:FullWidth 7:FullWidth 10:FullWidth 14:FullWidth 18:FullWidth 21:FullWidth"
    );
    let parsed = parse("{\"a\"：\u{3000}1，b: 2}");
    assert!(parsed.is_plain, "no doubt is left what was meant");
    let document = parsed.document.unwrap_or_else(|| panic!("it parses"));
    let keys: Vec<_> = document.children(document.root()).filter_map(|member| document.key(member)).collect();
    assert_eq!(keys, ["a", "b"]);
    let parsed = parse("{\"a\": nil, b: 2}");
    assert!(parsed.is_plain, "what is no value is left out, and the rest is read");
    let document = parsed.document.unwrap_or_else(|| panic!("it parses"));
    let kinds: Vec<_> = document.children(document.root()).map(|member| document.kind(member)).collect();
    assert_eq!(kinds, [Kind::Unread, Kind::Number]);
    assert!(!parse("{\"a\": 1 nil}").is_plain);
}

#[test]
fn a_key_beyond_the_limit_is_refused() {
    let key = |bytes: usize| format!("{{\"{}\": 1}}", "k".repeat(bytes - 2));
    assert_eq!(slips(&key(limits::KEY)), "");
    assert_eq!(slips(&key(limits::KEY + 1)), format!("1:LongKey {{ bytes: {} }}", limits::KEY + 1));
}

/// The keys of the root, each with its value as it stands, and whether what was meant is plain.
fn members(text: &str) -> (Vec<String>, bool) {
    let parsed = parse(text);
    let document = parsed.document.unwrap_or_else(|| panic!("it parses"));
    let written = |node| document.string(node).map_or_else(|| document.raw(node).to_owned(), Into::into);
    let members = document.children(document.root());
    let told = members.map(|member| format!("{}: {}", document.key(member).unwrap_or_default(), written(member)));
    (told.collect(), parsed.is_plain)
}

/// A text has this slip, and is read as these members all the same.
fn check(text: &str, slip: &str, read: [&str; 2]) {
    assert_eq!(slips(text), slip, "{text}");
    assert_eq!(members(text), (read.map(str::to_owned).to_vec(), true), "{text}");
}

#[test]
fn a_text_without_its_closing_quote_ends_on_its_line_and_the_rest_is_read() {
    for (text, slip, read) in [
        ("{\"a\": \"陈添记,\n\"b\": 2}", "6:OpenText", ["a: 陈添记", "b: 2"]),
        ("{\"a\": \"陈添记,\r\n\r\n  \"b\": 2}", "6:OpenText", ["a: 陈添记", "b: 2"]),
        ("{\"b\": 2, \"a\": \"陈添记\n}", "14:OpenText", ["b: 2", "a: 陈添记"]),
        ("{\"a\": \"陈添记, \"b\": 2}", "6:OpenText", ["a: 陈添记", "b: 2"]),
        ("{\"a\": \"x\\\", \"b\": 2}", "6:OpenText", ["a: x\"", "b: 2"]),
        ("{\"a: \"x\", \"b\": 2}", "1:OpenText", ["a: x", "b: 2"]),
        ("{\"a: 1,\n\"b\": 2}", "1:OpenText", ["a: 1", "b: 2"]),
        ("{\"a\": \"one\ntwo\nthree,\n\"b\": 2}", "6:OpenText", ["a: one\ntwo\nthree", "b: 2"]),
        ("{\"a\": \"one\r\ntwo\nthree\", \"b\": 2}", "10:ControlInString", ["a: one\ntwo\nthree", "b: 2"]),
        ("{\"a\": \"one\n\", \"b\": 2}", "10:ControlInString", ["a: one\n", "b: 2"]),
        ("{\"a\": “陈\", \"b\": 2}", "6:OddQuotes", ["a: 陈", "b: 2"]),
    ] {
        check(text, slip, read);
    }
    let nested = "{\"a\": {\"x\": \"陈 },\n\"b\": [\"y],\n\"c\": 1}";
    assert_eq!(slips(nested), "12:OpenText 26:OpenText");
    assert_eq!(slips("{\"a\": \"陈\n"), "6:OpenText 11:CutOff");
}

#[test]
fn a_text_without_its_opening_quote_begins_where_it_stands() {
    for (text, slip, read) in [
        ("{\"a\": 陈添记\",\n\"b\": 2}", "6:UnopenedText", ["a: 陈添记", "b: 2"]),
        ("{\"a\": the old house, Chen\", \"b\": 2}", "6:UnopenedText", ["a: the old house, Chen", "b: 2"]),
        ("{\"a\": 1889-05\", \"b\": 2}", "6:UnopenedText", ["a: 1889-05", "b: 2"]),
        ("{\"a\": true blue\", \"b\": 2}", "6:UnopenedText", ["a: true blue", "b: 2"]),
        ("{\"a\": 1,\nb\": 2}", "9:UnopenedText", ["a: 1", "b: 2"]),
        ("{a\": \"x\", \"b\": 2}", "1:UnopenedText", ["a: x", "b: 2"]),
        ("{\"a\": \"x\", \"b\": y\"}", "16:UnopenedText", ["a: x", "b: y"]),
    ] {
        check(text, slip, read);
    }
    assert_eq!(slips(r#"{"a": [s1", "s2", s3"]}"#), "7:UnopenedText 18:UnopenedText");
    assert_eq!(slips(r#"{"a": what, "b": "x"}"#), "6:NotAValue", "the next quote opens another text");
    assert_eq!(slips(r#"{"a": 1 "b": 2}"#), "8:MissingComma", "what stands before it is a number");
}

#[test]
fn a_straight_quote_inside_a_text_belongs_to_it() {
    for (text, slip, read) in [
        ("{\"a\": \"陈\"添\"记\", \"b\": 2}", "10:QuoteInText", ["a: 陈\"添\"记", "b: 2"]),
        ("{\"a\": \"said \"hi\", and left\", \"b\": 2}", "12:QuoteInText", ["a: said \"hi\", and left", "b: 2"]),
        ("{\"a\": \"the \"x\" of y\",\n\"b\": 2}", "11:QuoteInText", ["a: the \"x\" of y", "b: 2"]),
    ] {
        check(text, slip, read);
    }
    assert_eq!(slips(r#"{"a": "x"; "b": "y"}"#), "9:NotAValue");
    assert_eq!(slips(r#"{"a" true, "b" 1}"#), "5:MissingColon 15:MissingColon");
}

#[test]
fn a_missing_bracket_is_supplied_where_another_one_or_a_key_further_out_proves_it() {
    for (text, slip) in [
        // Another bracket.
        (r#"{"x": [{"a": [1, 2}, {"a": 3}], "y": 1}"#, "18:Unclosed { open: 13 }"),
        (r#"{"x": [{"a": 1}, {"a": 2], "y": 1}"#, "24:Unclosed { open: 17 }"),
        // The key of an object further out, the object of a list further out.
        (r#"{"x": {"a": [1, 2, "b": 3}, "y": 1}"#, "19:Unclosed { open: 12 }"),
        (r#"{"x": [{"a": 1, {"a": 2}], "y": 1}"#, "16:Unclosed { open: 7 }"),
        (r#"{"x": [{"a": {"b": 1, {"a": 2}], "y": 1}"#, "22:Unclosed { open: 13 } 22:Unclosed { open: 7 }"),
        (r#"{"x": [{"a": 1 {"a": 2}], "y": 1}"#, "15:Unclosed { open: 7 } 15:MissingComma"),
        // The wrong bracket, and one too many.
        (r#"{"x": [1, 2}, "y": 1}"#, "11:Unclosed { open: 6 }"),
        (r#"{"x": {"a": 1], "y": 1}"#, "13:Unclosed { open: 6 }"),
        (r#"{"x": [{"a": 1}}, {"a": 2}], "y": 1}"#, "15:Unclosed { open: 6 }"),
        // What a file is known to be made of.
        (r#"{"x": [{"a": ["q", "r"]]}, {"a": ["t"]}], "y": 1}"#, "23:Unclosed { open: 7 }"),
        (r#"{"x": [{"a": {"en": "A"}}, "b": 1}, {"a": 2}], "y": 1}"#, "24:ClosedEarly { open: 7 }"),
        (r#"{"x": [{"a": 1}, "a": 2}], "y": 1}"#, "17:Unopened { bracket: '{' }"),
        (r#"{"x": [{"a": "q", "r", "s"], "b": 1}], "y": 1}"#, "13:Unopened { bracket: '[' }"),
        (r#"{"entities": [{"id": "a"}, "links": [], "y": 1}"#, "27:Unclosed { open: 13 }"),
        (r#"{"site": {"title": 1, "entities": [], "y": 1}"#, "22:Unclosed { open: 9 }"),
        (
            r#"{"map": {"note": 1, "sources": []}, "x": [{"name": {"en": "A", "kind": "k"}, {"id": "b"}], "y": 1}"#,
            "63:Unclosed { open: 51 }",
        ),
        (r#"{"x": [{"name": {"en": "A", "kind": "k"}, {"id": "b"}], "y": 1}"#, "28:Unclosed { open: 16 }"),
    ] {
        assert_eq!(slips(text), slip, "{text}");
        let (read, is_plain) = members(text);
        assert!(is_plain, "{text}");
        assert!((read.len() >= 2 && ["y: 1", "links: []"].contains(&read[read.len() - 1].as_str())), "{read:?}");
    }
}

#[test]
fn a_part_that_is_not_known_proves_no_missing_bracket() {
    assert_eq!(slips(r#"{"entities": [{"id": "a"}, "y": [], "links": []}"#), "24:ClosedEarly { open: 14 } 48:CutOff");
}

#[test]
fn what_is_well_formed_is_never_taken_for_anything_else() {
    for text in [
        r#"{"site": {"title": {"en": "A", "kind": "k"}, "entities": []}, "x": [["a", "b: c"], "a, \"b\": c"]}"#,
        "{\"x\": [\"}\", \"],\\n\" , \"{\" ],\"y\" :\t\"a\" }",
    ] {
        assert_eq!(slips(text), "");
    }
}

#[test]
fn slips_without_number_take_no_more_time_than_the_text_is_long() {
    for piece in [
        "\"",
        "\"\n",
        "\"a\"b",
        "\n",
        "[\"a\", \"b\": ",
        "{\"en\": {",
        "}",
        "]}",
        "“",
        "\"a\n\n\n",
        "1,",
        "1 ",
        "a ",
        "a,",
    ] {
        let text = "[{\"a\": \"".to_owned() + &piece.repeat(200_000);
        assert!(parse(&text).slips.len() <= MOST_SLIPS + 1);
    }
}

#[test]
fn the_parts_of_a_file_are_those_of_the_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../data/xiguan.schema.json")).unwrap_or_default();
    let mut parts: Vec<&str> =
        schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    parts.retain(|part| *part != "$schema");
    assert_eq!(parts, File::KEYS);
}
