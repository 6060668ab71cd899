//! Texts in several languages, and the names of things.

use std::sync::Arc;

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters, as read in Hong Kong and Guangzhou.
    ZhHant,
    /// English.
    En,
}

impl Lang {
    /// Every interface language, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag, as it stands in addresses, in the file and in `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The interface language with exactly this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The interface language that serves a reader who asks for `tag`, such as `zh-TW`, `zh_CN` or `en-GB`.
    pub fn best_for(tag: &str) -> Option<Self> {
        let lower = tag.to_ascii_lowercase().replace('_', "-");
        let mut parts = lower.split('-');
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" | "yue" | "cmn" => {
                let rest: Vec<&str> = parts.collect();
                let traditional = rest.iter().any(|part| matches!(*part, "hant" | "tw" | "hk" | "mo"))
                    || (lower.starts_with("yue") && !rest.contains(&"hans"));
                Some(if traditional && !rest.contains(&"hans") { Self::ZhHant } else { Self::ZhHans })
            }
            _ => None,
        }
    }

    /// Whether the language is written in Chinese characters.
    pub fn is_chinese(self) -> bool {
        self != Self::En
    }
}

/// A language of the file: a position in its [`Languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u8);

/// The language tags that occur in a file. The interface languages always hold the first places, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<Arc<str>>);

impl Default for Languages {
    fn default() -> Self {
        Self(Lang::ALL.iter().map(|lang| Arc::from(lang.tag())).collect())
    }
}

impl Languages {
    /// The tag's place, added at the end when it is new. After 250 different tags all further ones share the last place.
    pub fn intern(&mut self, tag: &str) -> Tag {
        if let Some(place) = self.0.iter().position(|known| &**known == tag) {
            return Tag(place as u8);
        }
        if self.0.len() < 250 {
            self.0.push(Arc::from(tag));
        }
        Tag((self.0.len() - 1) as u8)
    }

    /// The BCP 47 text of a tag.
    pub fn tag(&self, tag: Tag) -> &str {
        self.0.get(usize::from(tag.0)).map_or("und", |known| known)
    }
}

impl From<Lang> for Tag {
    fn from(lang: Lang) -> Self {
        Self(lang as u8)
    }
}

/// One spelling, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The language of the text.
    pub tag: Tag,
    /// The text, plain.
    pub text: Arc<str>,
}

/// A text in one or more languages. Never without any spelling when it comes from [`crate::load`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Box<[Spelling]>);

impl Text {
    /// A text of one spelling.
    pub fn single(tag: Tag, text: &str) -> Self {
        Self(Box::new([Spelling { tag, text: Arc::from(text) }]))
    }

    /// The spelling in `lang`.
    ///
    /// Where it is missing: for Chinese the other script, then the first spelling there is.
    /// `None` only for a text without any spelling.
    pub fn pick(&self, lang: Lang) -> Option<&Spelling> {
        let of = |lang: Lang| self.0.iter().find(|spelling| spelling.tag == Tag::from(lang));
        let other_script = match lang {
            Lang::ZhHans => of(Lang::ZhHant),
            Lang::ZhHant => of(Lang::ZhHans),
            Lang::En => None,
        };
        of(lang).or(other_script).or(self.0.first())
    }

    /// The words in `lang` as [`Text::pick`] chooses them; empty for a text without any spelling.
    pub fn words(&self, lang: Lang) -> &str {
        self.pick(lang).map_or("", |spelling| &spelling.text)
    }

    /// Whether there is no spelling at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A name beside the full one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// The name, in one script.
    pub spelling: Spelling,
    /// Its jyutping.
    pub jyutping: Option<Arc<str>>,
}

/// The names of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The full name.
    pub full: Text,
    /// A shorter one for the map, where the full one is long.
    pub short: Option<Text>,
    /// Jyutping with tone numbers, syllables parted by spaces.
    pub jyutping: Option<Arc<str>>,
    /// Hanyu pinyin with tone marks or numbers.
    pub pinyin: Option<Arc<str>>,
    /// Other names in use.
    pub aliases: Vec<OtherName>,
    /// Names it bore once.
    pub former: Vec<super::FormerName>,
    /// Which spellings are the editors' own (`en`, `jyutping`, …), not found in a source.
    pub editorial: Vec<Arc<str>>,
}

impl Name {
    /// The name for the map: the short one where there is one.
    pub fn label(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_script_of_their_region() {
        for (asked, given) in [
            ("zh-TW", Some(Lang::ZhHant)),
            ("zh-HK", Some(Lang::ZhHant)),
            ("zh-MO", Some(Lang::ZhHant)),
            ("zh-SG", Some(Lang::ZhHans)),
            ("zh-Hant-CN", Some(Lang::ZhHant)),
            ("zh_CN", Some(Lang::ZhHans)),
            ("zh", Some(Lang::ZhHans)),
            ("zh-Hans-HK", Some(Lang::ZhHans)),
            ("yue", Some(Lang::ZhHant)),
            ("en-GB", Some(Lang::En)),
            ("fr", None),
        ] {
            assert_eq!(Lang::best_for(asked), given, "{asked}");
        }
    }

    #[test]
    fn a_missing_spelling_falls_back_to_the_other_script_first() {
        let text = Text(Box::new([
            Spelling { tag: Lang::En.into(), text: "Pantang".into() },
            Spelling { tag: Lang::ZhHant.into(), text: "泮塘".into() },
        ]));
        assert_eq!(text.words(Lang::ZhHans), "泮塘");
        assert_eq!(Text::single(Lang::ZhHans.into(), "马蹄").words(Lang::En), "马蹄");
        assert_eq!(Text::default().words(Lang::En), "");
    }
}
