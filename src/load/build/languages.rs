//! The languages of a site, and texts in others.

use std::collections::BTreeMap;

use super::Builder;
use crate::check::Code;
use crate::load::document::Kind;
use crate::load::texts::Texts;
use crate::load::written::Site;
use crate::model::Lang;

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
        let mut named: Vec<String> = Vec::new();
        for tag in std::mem::take(&mut self.wanted) {
            if !named.contains(&tag) {
                named.push(tag);
            }
        }
        self.wanted = named;
        self.knows_languages = written > 0 && written == site.languages.len();
    }

    /// Notes what a text has in languages that the site does not name.
    pub(super) fn note_unshown(&mut self, texts: &Texts) {
        let document = self.reader.document;
        for (tag, _) in texts.spellings.iter().filter(|(tag, _)| !self.wanted.contains(tag)) {
            let member =
                document.children(texts.node).find(|member| document.key(*member).is_some_and(|key| key == *tag));
            // Another form of Chinese or English than those that are spoken here; Cantonese as it is spoken is a language of its own.
            let spoken = Lang::best_for(tag).map(Lang::tag).filter(|near| near.get(..2) == tag.get(..2));
            let near = spoken.filter(|near| self.wanted.iter().any(|wanted| wanted == near)).map(str::to_owned);
            let near = near.or_else(|| {
                let mut wanted = self.wanted.iter().map(String::as_str);
                self.reader.patience.nearest(tag, &mut wanted).map(str::to_owned)
            });
            let site = self.wanted.join(", ");
            self.reader.note_key(Code::UnshownLanguage, member.unwrap_or(texts.node), &[tag, &site], near.as_deref());
        }
    }
}
