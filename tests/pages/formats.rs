//! The formats of pictures stand in words and fields that people read, besides the one list of the program.

use std::collections::BTreeSet;

use taste::{
    check::{Code, pictures::FORMATS, words},
    model::Lang,
};

use super::stand::{DISTRICT, all, library, page};

/// The endings of the formats.
fn endings() -> BTreeSet<&'static str> {
    FORMATS.map(|(end, _)| end).into()
}

#[tokio::test]
async fn the_file_field_of_the_checker_offers_data_files_and_every_format_of_pictures() {
    let document = page(&library(DISTRICT), "en/check").await;
    let accepted: Vec<&str> =
        all(&document, "input[type=file]").iter().filter_map(|field| field.attr("accept")).collect();
    let [accepted] = accepted[..] else { panic!("one field: {accepted:?}") };
    let data = BTreeSet::from([".json", "application/json"]);
    assert_eq!(accepted.split(',').collect::<BTreeSet<_>>(), &data | &endings());
}

#[test]
fn the_readme_and_the_finding_of_a_wrong_path_name_every_format_of_pictures_and_no_other() {
    let readme = include_str!("../../README.md");
    let (_, after) = readme.split_once("photographs as ").expect("it says which photographs");
    let (photographs, _) = after.split_once(" KiB").expect("it says how large they may be");
    let named: BTreeSet<&str> = photographs.split('`').filter(|word| word.starts_with('.')).chain([".svg"]).collect();
    assert_eq!(named, endings(), "README.md");
    assert!(readme.contains("`data/pictures/NAME.svg`"), "drawings");
    for lang in Lang::ALL {
        let message = words::of(Code::PicturePath, lang).message;
        let is_ending = |word: &&str| word.len() > 1 && word[1..].bytes().all(|byte| byte.is_ascii_alphanumeric());
        let named: BTreeSet<&str> = message.split(' ').filter(|word| word.starts_with('.')).filter(is_ending).collect();
        assert_eq!(named, endings(), "{}: {message}", lang.tag());
    }
}
