//! Language tags: those that are used here, and what was meant by others.

use super::WHOLE;
use super::document::{Kind, NodeIx};
use super::reader::{Read, Reader};
use crate::check::{Code, near::distance};
use crate::model::Lang;

#[cfg(feature = "curate")]
use super::schema::Definitions;
#[cfg(feature = "curate")]
use serde_json::{Value, json};

/// A language tag (BCP 47, without extensions and private use).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LanguageTag(pub String);

impl LanguageTag {
    /// Whether `text` has the form of a language tag: a language of two or three letters, then script, region and variants. The order of
    /// these is looked at where a file is read whole; elsewhere it is enough that a key is no other field.
    pub fn is_well_formed(text: &str) -> bool {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or("");
        let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
        is_language
            && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
            && (!WHOLE || is_in_order(text.split('-').skip(1)))
    }

    /// Whether a key is no language tag, but was meant for one: `EN`, `zh-HK-x`, `en_GB`; and no name of a field, such as `en_name`.
    pub fn is_attempt(text: &str) -> bool {
        const SCRIPTS: [&str; 4] = ["hans", "hant", "latn", "hani"];
        let mut parts = text.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
        let may_follow = |part: &str| match part.len() {
            1 | 2 => part.bytes().all(|b| b.is_ascii_alphanumeric()),
            3 => part.bytes().all(|b| b.is_ascii_digit()),
            _ => SCRIPTS.contains(&&*part.to_ascii_lowercase()) || text.starts_with("zh-"),
        };
        // Small letters alone are a tag or the name of a field.
        let is_more = language.len() < text.len() || language.bytes().any(|b| b.is_ascii_uppercase());
        is_language && is_more && parts.all(may_follow)
    }

    /// The tag that was probably meant by one that is wrong: as it is usually spelt, if need be without what stands last in it.
    pub fn nearest(text: &str) -> Option<String> {
        let mut text = usual(text);
        loop {
            if let Some(meant) = Self::meant(&text) {
                return Some(meant.to_owned());
            }
            if Self::is_well_formed(&text) {
                return Some(text);
            }
            let shorter = text.rfind('-')?;
            text.truncate(shorter);
        }
    }

    /// The tag that was meant by a key that is told to be wrong.
    pub fn was_meant(key: &str) -> Option<String> {
        let ours = Self::meant(key).or_else(|| Self::slip(key)).map(str::to_owned);
        ours.or_else(|| if Self::is_attempt(key) && !Self::is_well_formed(key) { Self::nearest(key) } else { None })
    }

    /// The tag of ours that was meant by one of the same language that is a slip away from it, such as `zh-Hanss`: its form is right,
    /// but nothing is written so.
    fn slip(text: &str) -> Option<&'static str> {
        // Chinese characters whatever their form, alone and with phonetic signs.
        const SCRIPTS: [&str; 2] = ["zh-Hani", "zh-Hanb"];
        let is_near = |tag: &&str| {
            let is_of_its_language =
                tag.split_once('-').is_some_and(|(language, _)| text.split('-').next() == Some(language));
            is_of_its_language && text.len().abs_diff(tag.len()) <= 1 && distance(text, tag) == 1
        };
        if Lang::from_tag(text).is_some() || SCRIPTS.contains(&text) {
            return None;
        }
        Lang::ALL.into_iter().map(Lang::tag).find(is_near)
    }

    /// What was probably meant by a tag that is wrong or that the interface does not know.
    pub fn meant(text: &str) -> Option<&'static str> {
        match text.to_ascii_lowercase().replace('_', "-").as_str() {
            "cn" | "zh-cn" | "chs" | "hans" | "zhhans" | "zh-hans" | "sc" => Some(Lang::ZhHans.tag()),
            "tw" | "hk" | "zh-tw" | "zh-hk" | "cht" | "hant" | "zhhant" | "zh-hant" | "tc" => Some(Lang::ZhHant.tag()),
            "eng" | "english" | "en-us" | "en-gb" => Some(Lang::En.tag()),
            _ => None,
        }
    }
}

impl Read for LanguageTag {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::String)?;
        let text = reader.document.string(node)?;
        if !Self::is_well_formed(&text) || Self::meant(&text).is_some_and(|meant| meant != text) {
            let near = if WHOLE { Self::nearest(&text) } else { None };
            reader.note_with(Code::BadLanguage, node, &[&text], near.as_deref());
            return None;
        }
        // Its form is right and what was meant is plain, so that it costs nothing.
        if WHOLE && let Some(meant) = Self::slip(&text) {
            reader.note_with(Code::BadLanguage, node, &[&text], Some(meant));
            return Some(Self(meant.to_owned()));
        }
        Some(Self(text.into_owned()))
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" })
    }
}

/// Whether what follows the language stands in the order of BCP 47: extended languages, script, region, variants.
fn is_in_order<'a>(mut parts: impl Iterator<Item = &'a str>) -> bool {
    let mut last = 0;
    parts.all(|part| {
        let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let kind = match part.len() {
            3 if letters => 0,
            4 if letters => 1,
            2 if letters => 2,
            3 if digits => 2,
            4 if part.starts_with(|c: char| c.is_ascii_digit()) => 3,
            5..=8 => 3,
            _ => return false,
        };
        let fits = kind > last || (kind == last && [0, 3].contains(&kind));
        last = kind;
        fits
    })
}

/// A tag as it is usually spelt: `zh-Hant-HK`.
fn usual(text: &str) -> String {
    let part = |(place, part): (usize, &str)| {
        let small = part.to_ascii_lowercase();
        match part.len() {
            2 if place > 0 => small.to_ascii_uppercase(),
            4 if place > 0 => [&small[..1].to_ascii_uppercase(), &small[1..]].concat(),
            _ => small,
        }
    };
    let is_plain = text.is_ascii();
    let spelt = |text: &str| text.split(['-', '_']).enumerate().map(part).collect::<Vec<_>>().join("-");
    if is_plain { spelt(text.trim()) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::LanguageTag;

    #[test]
    fn tags_have_the_order_of_bcp_47() {
        for tag in ["en", "yue", "zh-Hant", "zh-Hant-MO", "zh-yue", "es-419", "sl-rozaj-biske", "de-1996", "de-CH-1996"]
        {
            assert!(LanguageTag::is_well_formed(tag), "{tag}");
        }
        for tag in ["", "e", "EN", "english", "zh-HK-x", "zh-", "zh-12", "en-GB-Latn", "zh-Hant-Hans", "en-GB-US", "北"]
        {
            assert!(!LanguageTag::is_well_formed(tag), "{tag}");
        }
    }

    #[test]
    fn a_wrong_tag_is_answered_with_the_one_that_was_meant() {
        for (tag, meant) in [
            ("EN", Some("en")),
            ("zh-HK-x", Some("zh-Hant")),
            ("zh-hans", Some("zh-Hans")),
            ("cn", Some("zh-Hans")),
            ("yue_hant_hk", Some("yue-Hant-HK")),
            ("en-GB-x", Some("en")),
            ("fr-x", Some("fr")),
            ("English", Some("en")),
            ("北京", None),
            ("e", None),
            ("", None),
        ] {
            assert_eq!(LanguageTag::nearest(tag).as_deref(), meant, "{tag}");
        }
        for tag in ["EN", "zh-HK-x", "zh_HK", "en_GB", "Yue", "en_Latn", "zh_Hant_HK", "es_419"] {
            assert!(LanguageTag::is_attempt(tag), "{tag}");
        }
        for key in ["note", "jyutping", "url", "xx_", "名", "", "en_name", "en-title", "to_entity"] {
            assert!(!LanguageTag::is_attempt(key), "{key}");
        }
    }

    #[test]
    fn a_slip_in_one_of_our_tags_is_seen_and_other_tags_are_right() {
        for (tag, meant) in [("zh-Hanss", "zh-Hans"), ("zh-Hnat", "zh-Hant"), ("zh-Han", "zh-Hans")] {
            assert_eq!(LanguageTag::slip(tag), Some(meant), "{tag}");
        }
        for tag in ["zh-Hans", "zh-Hant", "en", "es", "de", "yue", "zh", "zh-Hani", "zh-Hant-HK", "ja-Hant", "zh-TW"] {
            assert_eq!(LanguageTag::slip(tag), None, "{tag}");
        }
    }
}
