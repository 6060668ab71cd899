//! Finding entities by name: both scripts, other and former names, English, jyutping and pinyin with and without tones.
//!
//! Texts are folded for matching only; what is shown is always the text of the file. The fold of traditional into
//! simplified characters is learned from the file's own names and texts, which stand there in both scripts.

pub mod fold;

use crate::{
    model::{Catalog, EntityIx, Lang, Tag},
    sorting::sort,
};
use fold::{Fold, reading};

/// Which of an entity's names matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name in Chinese or another language than English.
    Name,
    /// The short name of the map.
    Short,
    /// Another name in use.
    Alias,
    /// A name it bore once.
    Former,
    /// The English name.
    English,
    /// The reading in jyutping.
    Jyutping,
    /// The reading in pinyin.
    Pinyin,
}

/// How well a key matches, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    Whole,
    Start,
    WordStart,
    Within,
    Initials,
    /// All words of the query, in another order than in the name.
    AnyOrder,
    /// A reading with other tones than those asked for.
    OtherTone,
}

/// One found entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entity.
    pub entity: EntityIx,
    /// Which of its names matched.
    pub field: Field,
    /// That name, as the file has it.
    pub matched: String,
    /// The language of that name in the file.
    pub tag: Option<Tag>,
    /// Whether that name begins with what was asked for.
    pub begins: bool,
}

impl Hit {
    /// Whether it needs no reason: the name that is shown of it anyway, in the reader's language, begins with what was asked for.
    pub fn is_plain(&self, catalog: &Catalog, lang: Lang) -> bool {
        let shown = catalog.entity(self.entity).name.full.words(lang);
        self.begins && self.tag == Some(Tag::from(lang)) && shown == self.matched
    }
}

#[derive(Debug)]
struct Key {
    entity: EntityIx,
    field: Field,
    /// As the file has it.
    shown: String,
    tag: Option<Tag>,
    /// Folded; words parted by single spaces.
    folded: String,
    /// For readings: with tones, without spaces.
    toned: String,
    /// For readings and English: first letters of the words.
    initials: String,
}

impl Key {
    fn is_reading(&self) -> bool {
        matches!(self.field, Field::Jyutping | Field::Pinyin)
    }
}

/// What is searched in, built once per file.
#[derive(Debug, Default)]
pub struct Index {
    fold: Fold,
    keys: Vec<Key>,
}

/// The most that one search gives.
pub const MOST_HITS: usize = 60;

impl Index {
    /// Builds the index of a catalog.
    pub fn new(catalog: &Catalog) -> Self {
        let fold = Fold::learn(catalog);
        let mut index = Self { fold, keys: Vec::new() };
        for (entity, record) in catalog.each_entity() {
            let name = &record.name;
            for spelling in &name.full.0 {
                let field = if spelling.tag == Tag::from(Lang::En) { Field::English } else { Field::Name };
                index.add(entity, field, &spelling.text, Some(spelling.tag));
            }
            for spelling in name.short.iter().flat_map(|short| &short.0) {
                index.add(entity, Field::Short, &spelling.text, Some(spelling.tag));
            }
            let aliases = name.aliases.iter().map(|alias| (Field::Alias, alias));
            let former = name.former.iter().map(|former| (Field::Former, &former.name));
            let mut readings = vec![(Field::Jyutping, &name.jyutping), (Field::Pinyin, &name.pinyin)];
            for (field, other) in aliases.chain(former) {
                index.add(entity, field, &other.spelling.text, Some(other.spelling.tag));
                readings.push((Field::Jyutping, &other.jyutping));
            }
            for (field, text) in readings {
                if let Some(text) = text {
                    index.add(entity, field, text, None);
                }
            }
        }
        index
    }

    fn add(&mut self, entity: EntityIx, field: Field, text: &str, tag: Option<Tag>) {
        let is_reading = matches!(field, Field::Jyutping | Field::Pinyin);
        let (folded, toned) = if is_reading {
            (reading::plain(text), reading::toned(text))
        } else {
            (self.fold.apply(text), String::new())
        };
        let latin = folded.is_ascii();
        let initials =
            if latin { folded.split(' ').filter_map(|word| word.chars().next()).collect() } else { String::new() };
        self.keys.push(Key { entity, field, shown: text.to_owned(), tag, folded, toned, initials });
    }

    /// Finds entities, best first; each once, with the name that matches best. Empty for a query without letters and digits.
    /// Among names that match as well, one in the reader's own language comes first.
    pub fn find(&self, catalog: &Catalog, query: &str, lang: Lang) -> Vec<Hit> {
        let wanted = Wanted::new(&self.fold, query);
        if wanted.letters.folded.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .keys
            .iter()
            .enumerate()
            .filter_map(|(place, key)| {
                let quality = wanted.quality(key)?;
                let foreign = key.tag.is_some_and(|tag| tag != Tag::from(lang));
                let obscure = !catalog.entity(key.entity).prominent;
                Some(((quality, obscure, key.field, foreign, key.folded.len(), place), key))
            })
            .collect();
        sort(&mut found, |a, b| a.0.cmp(&b.0));
        let mut seen = vec![false; catalog.entities.len()];
        found
            .into_iter()
            .filter(|(_, key)| !std::mem::replace(&mut seen[key.entity.at()], true))
            .take(MOST_HITS)
            .map(|((quality, ..), key)| Hit {
                entity: key.entity,
                field: key.field,
                matched: key.shown.clone(),
                tag: key.tag,
                begins: quality <= Quality::Start,
            })
            .collect()
    }
}

/// A query in all the forms in which it is compared.
struct Wanted {
    letters: Letters,
    /// For one that may be a reading with tones: with them, and the same without.
    toned: Option<(String, Letters)>,
}

/// Letters without tones.
struct Letters {
    folded: String,
    squeezed: String,
    /// As typed for pinyin, where v stands for ü.
    typed: String,
}

impl Letters {
    fn new(folded: String) -> Self {
        let squeezed = folded.replace(' ', "");
        Self { typed: squeezed.replace('v', "u"), squeezed, folded }
    }

    fn quality(&self, key: &Key) -> Option<Quality> {
        let latin = self.squeezed.is_ascii();
        let is_word = |at: usize| at == 0 || key.folded.as_bytes()[at - 1] == b' ';
        // Chinese has no spaces; those of a query are an input method's.
        let typed = if latin { &self.folded } else { &self.squeezed };
        let forms = [&self.folded, typed];
        if let Some((at, form)) = forms.into_iter().find_map(|form| Some((key.folded.find(form)?, form))) {
            return Some(match at {
                0 if key.folded.len() == form.len() => Quality::Whole,
                0 => Quality::Start,
                _ if is_word(at) => Quality::WordStart,
                _ => Quality::Within,
            });
        }
        if latin && !key.initials.is_empty() {
            let squeezed = if key.field == Field::Pinyin { &self.typed } else { &self.squeezed };
            // Readings are typed without spaces as often as with them; a match must begin at a syllable.
            let starts = std::iter::once(0).chain(key.folded.match_indices(' ').map(|(at, _)| at + 1));
            let by_syllable = starts
                .map(|start| key.folded[start..].replace(' ', ""))
                .position(|rest| squeezed.len() > 1 && rest.starts_with(squeezed));
            if let Some(syllable) = by_syllable {
                return Some(if syllable == 0 { Quality::Start } else { Quality::WordStart });
            }
            if key.is_reading() && self.squeezed.len() > 1 && key.initials.starts_with(&self.squeezed) {
                return Some(Quality::Initials);
            }
        }
        let stands = |word: &str| {
            key.folded.starts_with(word) || key.folded.contains(&[if latin { " " } else { "" }, word].concat())
        };
        // The opening page, which is to be small, finds words in their order alone.
        let any_order = cfg!(feature = "further")
            && !key.is_reading()
            && self.folded.contains(' ')
            && self.folded.split(' ').all(stands);
        any_order.then_some(Quality::AnyOrder)
    }
}

impl Wanted {
    fn new(fold: &Fold, query: &str) -> Self {
        let (toned, plain) = (reading::toned(query), reading::plain(query));
        // A number alone has no tone, for it has no letters.
        let has_tones = toned.chars().any(|c| c.is_ascii_digit()) && toned.is_ascii() && !plain.is_empty();
        let toned = has_tones.then(|| (toned, Letters::new(plain)));
        Self { letters: Letters::new(fold.apply(query)), toned }
    }

    fn quality(&self, key: &Key) -> Option<Quality> {
        let by_tones = self.toned.as_ref().and_then(|(toned, _)| {
            Some(match key.toned.find(toned.as_str())? {
                0 if key.toned.len() == toned.len() => Quality::Whole,
                0 => Quality::Start,
                _ => Quality::WordStart,
            })
        });
        // Digits may be part of a name as well. Who is not sure of a tone finds the reading all the same, after everything else.
        let toneless = || {
            let (_, plain) = self.toned.as_ref().filter(|_| key.is_reading())?;
            plain.quality(key).map(|_| Quality::OtherTone)
        };
        by_tones.or_else(|| self.letters.quality(key)).or_else(toneless)
    }
}
