//! The languages of a site, and texts in others.

use std::collections::{BTreeMap, BTreeSet};

use super::Builder;
use crate::check::Code;
use crate::load::WHOLE;
use crate::load::document::Kind;
use crate::load::language::LanguageTag;
use crate::load::texts::Texts;
use crate::load::written::Site;
use crate::model::Lang;

/// Whether these languages, in order, hold this one.
fn is_named(named: &[String], tag: &str) -> bool {
    named.binary_search_by(|known| known.as_str().cmp(tag)).is_ok()
}

impl Builder<'_, '_, '_> {
    /// Looks at the list of languages: it names at least one, and none twice.
    pub(super) fn languages(&mut self, site: &Site) {
        let document = self.reader.document;
        let [list] = self.reader.fields_of(site.node, ["languages"]);
        if list.is_some_and(|list| document.kind(list) != Kind::Array) {
            return;
        }
        let written = list.map_or(0, |list| document.children(list).count());
        if written == 0 {
            self.note(Code::ExpectedField, list.unwrap_or(site.node), &["languages"]);
        }
        let mut first = BTreeMap::new();
        for tag in &site.languages {
            let name = tag.value.0.as_str();
            let node = *first.entry(name).or_insert(tag.node);
            if node != tag.node {
                let [line, column] = self.line_and_column(node);
                self.note(Code::DuplicateReference, tag.node, &[name, &line, &column]);
            }
        }
        if WHOLE {
            let mut named = BTreeSet::new();
            self.wanted.retain(|tag| named.insert(tag.clone()));
            self.named = named.into_iter().collect();
            self.all_named = self.wanted.join(", ");
        }
        let is_spoken = self.wanted.iter().any(|tag| Lang::from_tag(tag).is_some());
        if let Some(list) = list.filter(|_| !self.wanted.is_empty() && !is_spoken) {
            let spoken = Lang::ALL.map(Lang::tag).join(", ");
            self.note(Code::UnspokenLanguages, list, &[&spoken]);
        }
        // Where the interface speaks none of them it offers all of its own, and shows texts in these.
        self.knows_languages = written > 0 && written == site.languages.len() && is_spoken;
    }

    /// Notes the languages of the site that a text lacks.
    pub(super) fn note_missing(&mut self, texts: &Texts) {
        let spellings = &texts.spellings;
        // Few are looked through faster than sorted.
        let many = spellings.len() > 8;
        let spelt: BTreeSet<&str> = spellings.iter().filter(|_| many).map(|(tag, _)| tag.as_str()).collect();
        let lacks =
            |tag: &&str| if many { !spelt.contains(tag) } else { spellings.iter().all(|(known, _)| known != tag) };
        let mut missing = self.wanted.iter().map(String::as_str).filter(lacks).peekable();
        if missing.peek().is_none() {
            return;
        }
        if !self.reader.keeps(Code::MissingTranslation) {
            self.reader.note(Code::MissingTranslation, texts.node, &[]);
            return;
        }
        let mut missing: Vec<&str> = missing.collect();
        // One whose tag is misspelt is there, and told where it stands: a wrong tag always, another language where that is not shown.
        let document = self.reader.document;
        let keys = document.children(texts.node).filter_map(|member| document.key(member));
        let mut there = BTreeSet::new();
        for key in keys.filter(|key| !is_named(&self.named, key)) {
            let is_wrong = !LanguageTag::is_well_formed(&key) || LanguageTag::meant(&key).is_some();
            if self.knows_languages || is_wrong {
                there.extend(LanguageTag::was_meant(&key));
            }
        }
        missing.retain(|tag| !there.contains(*tag));
        if !missing.is_empty() {
            self.reader.note(Code::MissingTranslation, texts.node, &[&missing.join(", ")]);
        }
    }

    /// Notes what a text has in languages that the site does not name.
    pub(super) fn note_unshown(&mut self, texts: &Texts) {
        let document = self.reader.document;
        // Spellings stand in the order of their members.
        let mut members = document.children(texts.node);
        for (tag, _) in texts.spellings.iter().filter(|(tag, _)| !is_named(&self.named, tag)) {
            let member = members.find(|member| document.key(*member).is_some_and(|key| key == *tag));
            let member = member.unwrap_or(texts.node);
            // One that is only counted needs no words.
            if !self.reader.keeps(Code::UnshownLanguage) {
                self.reader.note_key(Code::UnshownLanguage, member, &[], None);
                continue;
            }
            // Another form of Chinese or English than those that are spoken here; Cantonese as it is spoken is a language of its own.
            let spoken = Lang::best_for(tag).map(Lang::tag).filter(|near| near.get(..2) == tag.get(..2));
            let near = spoken.filter(|near| is_named(&self.named, near)).map(str::to_owned);
            let near = near.or_else(|| {
                let mut wanted = self.wanted.iter().map(String::as_str);
                self.reader.patience.nearest(tag, &mut wanted).map(str::to_owned)
            });
            self.reader.note_key(Code::UnshownLanguage, member, &[tag, &self.all_named], near.as_deref());
        }
    }
}
