//! Folding of texts for comparison.

use std::collections::BTreeMap;

use crate::model::{Catalog, Lang, Tag, Text};

/// Pairs of characters that are one word in two forms, the first the rarer: a file is written in one of them and asked for in either.
/// From kSemanticVariant and kZVariant of the Unicode Han Database.
const VARIANTS: &str = "麪麵鷄雞餠餅綫線裡裏峯峰羣群衆眾啓啟滙匯綉繡麯麴糉粽舘館菓果鵞鵝荳豆";

/// Folds case, width, accents and script. The table of scripts is learned from a file.
#[derive(Debug, Default)]
pub struct Fold {
    /// Traditional to simplified characters.
    simplified: BTreeMap<char, char>,
}

impl Fold {
    /// Learns which traditional character stands where in the simplified spelling of the same text.
    /// Where a character has several counterparts the most frequent one holds, the first in order among equals. One that mostly
    /// stands for itself is left alone: the two spellings of a text are not always the same words.
    pub fn learn(catalog: &Catalog) -> Self {
        let mut votes: BTreeMap<(char, char), u32> = BTreeMap::new();
        let mut learn = |text: &Text| {
            let of = |lang: Lang| text.0.iter().find(|spelling| spelling.tag == Tag::from(lang));
            let (Some(simple), Some(full)) = (of(Lang::ZhHans), of(Lang::ZhHant)) else { return };
            if simple.text.chars().count() == full.text.chars().count() {
                for (simple, full) in simple.text.chars().zip(full.text.chars()) {
                    *votes.entry((full, simple)).or_default() += 1;
                }
            }
        };
        for entity in &catalog.entities {
            learn(&entity.name.full);
            entity.name.short.iter().for_each(&mut learn);
            entity.summary.iter().for_each(&mut learn);
            entity.facts.iter().for_each(|fact| learn(&fact.text));
        }
        let mut best: BTreeMap<char, (u32, char)> = BTreeMap::new();
        for ((full, simple), count) in votes {
            let held = best.entry(full).or_insert((count, simple));
            if count > held.0 || count == held.0 && held.1 == full {
                *held = (count, simple);
            }
        }
        let changed =
            best.into_iter().map(|(full, (_, simple))| (full, simple)).filter(|(full, simple)| full != simple);
        Self { simplified: changed.collect() }
    }

    /// The character by which one is compared. Of two variants each folds as the other one does where the file knows that alone.
    fn simple(&self, c: char) -> char {
        let place = VARIANTS.chars().position(|variant| variant == c);
        let form = |choose: fn(usize) -> usize| place.and_then(|at| VARIANTS.chars().nth(choose(at))).unwrap_or(c);
        let (twin, usual) = (form(|at| at ^ 1), form(|at| at | 1));
        *self.simplified.get(&c).or_else(|| self.simplified.get(&twin)).unwrap_or(&usual)
    }

    /// The folded text: simplified, lower case, half width, without accents and punctuation, words parted by single spaces.
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let c = half_width(self.simple(c));
            let (base, _) = reading::parted(c);
            if base.is_alphanumeric() {
                out.push(lower(base));
            } else if is_joiner(base) {
                // Apostrophes and tone marks stand within words.
            } else if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

/// The lower-case letter of a Latin, Greek or Cyrillic one. The standard library knows every script that has cases, with a table that
/// is large in the web app.
pub fn lower(c: char) -> char {
    let next = |by: u32| char::from_u32(u32::from(c) + by).unwrap_or(c);
    let odd = u32::from(c) % 2;
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => next(32),
        'Ѐ'..='Џ' => next(80),
        'Ÿ' => 'ÿ',
        // Pairs: the capital comes first.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' if odd == 0 => {
            next(1)
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ǎ'..='ǜ' if odd == 1 => next(1),
        _ => c,
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '\u{300}'..='\u{36f}')
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Readings: jyutping and pinyin.
pub mod reading {
    use super::lower;

    /// Letters with a tone mark or accent: plain letter and tone, 0 where the mark is no tone.
    const MARKED: [(&str, char); 9] = [
        ("āáǎàâäãå", 'a'),
        ("ēéěèêë", 'e'),
        ("īíǐìîï", 'i'),
        ("ōóǒòôöõ", 'o'),
        ("ūúǔùûü", 'u'),
        ("ǖǘǚǜ", 'u'),
        ("ńňǹñ", 'n'),
        ("ḿ", 'm'),
        ("ç", 'c'),
    ];

    /// A letter without its mark, and its pinyin tone where the mark is one.
    pub(super) fn parted(c: char) -> (char, Option<char>) {
        let lower = lower(c);
        for (letters, base) in MARKED {
            if let Some(place) = letters.chars().position(|letter| letter == lower) {
                let tone = match (base, place) {
                    ('a' | 'e' | 'i' | 'o' | 'u', 0..=3) => char::from_digit(place as u32 + 1, 10),
                    _ => None,
                };
                return (base, tone);
            }
        }
        (c, None)
    }

    /// Syllables in lower case without tones, parted by single spaces.
    pub fn plain(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            let (base, _) = parted(c);
            if base.is_alphabetic() {
                out.push(lower(base));
            } else if !out.is_empty() && !out.ends_with(' ') && base != '\'' && base != '’' {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    fn is_vowel(c: char) -> bool {
        matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'v')
    }

    /// Letters in lower case without spaces, the number of each tone after the last vowel of its syllable: there it stands whether
    /// the tone was written as a mark on a vowel or as a number after the syllable, and whether syllables are parted or not.
    pub fn toned(text: &str) -> String {
        let mut out = String::new();
        // A tone that was written on a vowel waits for the end of the vowels.
        let mut waiting = None;
        for c in text.chars() {
            let (base, tone) = parted(c);
            let letter = lower(base);
            if waiting.is_some() && (!is_vowel(letter) || tone.is_some()) {
                out.extend(waiting.take());
            }
            if base.is_ascii_digit() {
                let consonants = out.chars().rev().take_while(|c| c.is_ascii_alphabetic() && !is_vowel(*c)).count();
                let place = out.len() - consonants;
                // Syllables without a vowel, such as the Cantonese m and ng, have their number at the end.
                let has_vowel = out[..place].ends_with(is_vowel);
                out.insert(if has_vowel { place } else { out.len() }, base);
            } else if letter == 'v' {
                out.push('u');
            } else if base.is_alphanumeric() {
                out.push(letter);
            }
            waiting = waiting.or(tone);
        }
        out.extend(waiting);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::reading::{plain, toned};
    use super::*;

    #[test]
    fn readings_fold_with_and_without_tones() {
        assert_eq!(plain("pun3 kai1 zau2 gaa1"), "pun kai zau gaa");
        assert_eq!(toned("pun3 kai1"), "pu3nkai1");
        assert_eq!(plain("Pàn Xī"), "pan xi");
        assert_eq!(toned("Pàn Xī"), "pa4nxi1");
        assert_eq!(plain("lǜ dòu"), "lu dou");
        for (numbers, marks) in [("lv4dou4 sha1", "lǜdòu shā"), ("zhuang4 yuan2", "zhuàngyuán"), ("sha1 e2", "shā’é")]
        {
            assert_eq!(toned(numbers), toned(marks));
        }
        assert_eq!(toned("ng5 gwaan1 m4"), "ng5gwaa1nm4");
    }

    #[test]
    fn capitals_fold_as_the_standard_library_folds_them() {
        for c in "AZÀÖØÞĀĶŊŸŹŽǍǛḀẠĹŇΑΩАЯЀЏѠҊ泮1ß".chars() {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }

    #[test]
    fn case_width_accents_and_punctuation_fold_away() {
        let fold = Fold::default();
        assert_eq!(fold.apply("  Bai’etan: Ｗhite  Goose—Pool "), "baietan white goose pool");
        assert_eq!(fold.apply("Café"), "cafe");
        assert_eq!(fold.apply("「泮溪」酒家"), "泮溪 酒家");
    }
}
