//! Values of a query that say nothing, such as a depth that is no number.

use super::Theme;
use crate::model::{Depth, Evidence, date::YEARS};

/// Keys of ours with values that say nothing, in their order. Ids are not looked up here: which there are stands in the file.
pub(super) fn of(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (key, value) in form_urlencoded::parse(text.as_bytes()) {
        let is_known = match &*key {
            "up" | "down" => Depth::from_word(&value).is_some(),
            "year" => value.parse().is_ok_and(|year| YEARS.contains(&year)),
            "from" | "to" => value.parse::<i32>().is_ok(),
            "view" => matches!(&*value, "map" | "list"),
            "theme" => Theme::from_word(&value).is_some(),
            "evidence" => {
                let unknown = value.split(',').filter(|word| !word.is_empty() && Evidence::from_word(word).is_none());
                out.extend(unknown.map(|word| (key.to_string(), word.to_owned())));
                true
            }
            _ => true,
        };
        if !is_known && !value.is_empty() {
            out.push((key.into_owned(), value.into_owned()));
        }
    }
    out
}
