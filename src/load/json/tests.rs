//! Slips and positions.

use super::*;

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
    assert_eq!(slips(r#"{"a": 1; "b": .5}"#), "7:NotAValue");
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
    assert!(!parse("{\"a\": nil}").is_plain);
}

#[test]
fn a_key_beyond_the_limit_is_refused() {
    let key = |bytes: usize| format!("{{\"{}\": 1}}", "k".repeat(bytes - 2));
    assert_eq!(slips(&key(limits::KEY)), "");
    assert_eq!(slips(&key(limits::KEY + 1)), format!("1:LongKey {{ bytes: {} }}", limits::KEY + 1));
}
