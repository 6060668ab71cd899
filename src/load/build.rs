//! From the file as written to a catalog: references are resolved, records that cannot be are set aside, each with a finding.
//!
//! Parts are built in the order in which they refer to each other: sources, kinds, stages, link kinds, entities, links, lenses,
//! then stories, plates, events, routes and the base map.

mod entities;
mod heads;
mod incomplete;
mod languages;
mod map;
mod missed;
mod plates;
mod references;
mod tables;
mod tales;

use std::collections::BTreeMap;

use super::WHOLE;
use super::document::NodeIx;
use super::reader::Reader;
use super::rules::Places;
use super::texts::Texts;
use super::written::{File, Ref};
use crate::check::{Code, Place};
use crate::model::{Catalog, Id, Lang, Languages, SourceIx, Spelling, Text};
use missed::Missed;
use references::Part;
use tables::Table;

/// What building works with.
struct Builder<'r, 'd, 'a> {
    reader: &'r mut Reader<'d, 'a>,
    languages: Languages,
    /// The languages that every text should have.
    wanted: Vec<String>,
    /// The same in order, to be looked up, and as they are listed in a message; only where a file is read whole.
    named: Vec<String>,
    all_named: String,
    sources: Table,
    kinds: Table,
    stages: Table,
    link_kinds: Table,
    entities: Table,
    lenses: Table,
    marks: Table,
    themes: Table,
    stories: Table,
    set_aside: u32,
    places: Places,
    pictures: Vec<(String, Place)>,
    /// Whether each source is cited.
    cited: Vec<bool>,
    /// Whether each source is of a weak kind.
    weak: Vec<bool>,
    /// Whether every language that the site names could be read, so that others are surely not among its own.
    knows_languages: bool,
    /// Where records with an id stand by part, whether or not they were kept; made for each part when it is first asked.
    written: BTreeMap<&'static str, BTreeMap<String, NodeIx>>,
    /// References that name nothing, and records in which nothing is left for want of what they name, with the word for that.
    missed: Vec<Missed>,
    emptied: Vec<(NodeIx, &'static str)>,
}

/// What building gives.
pub(super) struct Built {
    pub(super) catalog: Catalog,
    /// How many records were set aside.
    pub(super) set_aside: u32,
    /// Where the records that were kept stand.
    pub(super) places: Places,
    /// Pictures that are named, and where.
    pub(super) pictures: Vec<(String, Place)>,
}

/// Builds the catalog.
pub(super) fn build(reader: &mut Reader<'_, '_>, file: File) -> Built {
    let wanted =
        file.site.as_ref().map_or_else(Vec::new, |site| site.languages.iter().map(|tag| tag.value.0.clone()).collect());
    let mut builder = Builder {
        sources: Table::default(),
        kinds: Table::default(),
        stages: Table::default(),
        link_kinds: Table::default(),
        entities: Table::default(),
        lenses: Table::default(),
        marks: Table::default(),
        themes: Table::default(),
        stories: Table::default(),
        languages: Languages::default(),
        wanted,
        named: Vec::new(),
        all_named: String::new(),
        set_aside: reader.set_aside,
        places: Places::default(),
        pictures: Vec::new(),
        cited: Vec::new(),
        weak: Vec::new(),
        knows_languages: false,
        written: BTreeMap::new(),
        missed: Vec::new(),
        emptied: Vec::new(),
        reader,
    };
    if WHOLE && let Some(site) = &file.site {
        builder.languages(site);
    }
    let mut catalog = Catalog::default();
    let source_nodes: Vec<Ref> = file.sources.iter().map(|source| source.id.clone()).collect();
    builder.heads(&file, &mut catalog);
    builder.entities(file.entities, &mut catalog);
    builder.links(&file.links, &mut catalog);
    builder.lenses(&file.lenses, &mut catalog);
    builder.stories(file.stories, &mut catalog);
    builder.plates(&file.plates, &mut catalog);
    if WHOLE {
        builder.tales(file.events, file.routes, &mut catalog);
        catalog.map = file.map.and_then(|map| builder.map(&map));
    }
    builder.site(file.site, &mut catalog);
    if WHOLE {
        builder.incomplete(&catalog);
        builder.tell_missed();
        builder.unused_sources(&source_nodes, &catalog);
    }
    catalog.languages = std::mem::take(&mut builder.languages);
    let Builder { set_aside, places, pictures, .. } = builder;
    Built { catalog: catalog.indexed(), set_aside, places, pictures }
}

impl Builder<'_, '_, '_> {
    /// A text, with a finding when it lacks a language of the site and is not written as one that exists in one only.
    fn text(&mut self, texts: &Texts) -> Text {
        if WHOLE && !texts.is_single {
            self.note_missing(texts);
            if self.knows_languages {
                self.note_unshown(texts);
            }
        }
        let spell =
            |(tag, text): &(String, String)| Spelling { tag: self.languages.intern(tag), text: text.as_str().into() };
        Text(texts.spellings.iter().map(spell).collect())
    }

    /// The text of a record, or its id where it has none.
    fn text_or_id(&mut self, texts: Option<&Texts>, id: &Ref) -> Text {
        match texts {
            Some(texts) => self.text(texts),
            None => Text::single(self.languages.intern("und"), id.value.as_str()),
        }
    }

    fn maybe_text(&mut self, texts: Option<&Texts>) -> Option<Text> {
        texts.map(|texts| self.text(texts))
    }

    fn source_list(&mut self, references: &[Ref]) -> Vec<SourceIx> {
        if !WHOLE {
            return Vec::new();
        }
        let found = self.resolve_all(Part::Source, references);
        for source in &found {
            if self.cited.len() <= *source {
                self.cited.resize(*source + 1, false);
            }
            self.cited[*source] = true;
        }
        found.into_iter().map(SourceIx::from).collect()
    }

    /// Notes sources that nothing cites.
    fn unused_sources(&mut self, ids: &[Ref], catalog: &Catalog) {
        // Whatever stands in a part that is called by another name may cite them.
        let known = if self.reader.parts.is_empty() { ids } else { &[] };
        for id in known {
            let Some(place) = self.sources.find(id.value.as_str()) else { continue };
            let first = catalog.sources.get(place).is_some_and(|source| source.id == id.value);
            if first && !self.cited.get(place).copied().unwrap_or(false) && !self.places.is_misspelt(id.node) {
                self.note(Code::UnusedSource, id.node, &[id.value.as_str()]);
            }
        }
    }

    /// Enters an id into one of the builder's own tables.
    fn enter(&mut self, choose: impl Fn(&mut Self) -> &mut Table, id: &Ref) -> bool {
        let mut table = std::mem::take(choose(self));
        let entered = self.enter_into(&mut table, id);
        *choose(self) = table;
        entered
    }

    /// Builds a record whose id is entered into one of the builder's own tables. One whose id is taken is built all the same, so that all
    /// of its faults are named in one run, and given back to nobody.
    fn admit<T>(
        &mut self,
        choose: impl Fn(&mut Self) -> &mut Table,
        id: &Ref,
        build: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let is_new = self.enter(choose, id);
        self.build_if(is_new, build)
    }

    /// The same with a table of the record around it.
    fn admit_into<T>(&mut self, table: &mut Table, id: &Ref, build: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let is_new = self.enter_into(table, id);
        self.build_if(is_new, build)
    }

    fn build_if<T>(&mut self, is_new: bool, build: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if !WHOLE && !is_new {
            return None;
        }
        let set_aside = self.set_aside;
        let record = build(self);
        if is_new {
            return Some(record);
        }
        // It counts as one, whatever is in it.
        self.set_aside = set_aside;
        None
    }

    /// Enters an id into a table; notes when it is taken, or confusable with one that is. `false` sets the record aside.
    fn enter_into(&mut self, table: &mut Table, id: &Ref) -> bool {
        match table.enter(&id.value, id.node) {
            tables::Entered::New => true,
            tables::Entered::Confusable(other) => {
                self.note(Code::ConfusableId, id.node, &[id.value.as_str(), other.as_str()]);
                true
            }
            tables::Entered::Taken(first) => {
                let [line, column] = self.line_and_column(first);
                self.note(Code::DuplicateId, id.node, &[id.value.as_str(), &line, &column]);
                self.set_aside += 1;
                false
            }
        }
    }

    /// Builds what is read only where a file is read whole.
    fn further<T, U>(&mut self, items: &[T], build: impl Fn(&mut Self, &T) -> U) -> Vec<U> {
        if WHOLE { items.iter().map(|item| build(self, item)).collect() } else { Vec::new() }
    }

    fn set_aside<T>(&mut self, value: Option<T>) -> Option<T> {
        self.set_aside += u32::from(value.is_none());
        value
    }

    /// The interface languages among those of the site, in its order; all of them when it names none of ours.
    fn interface_languages(&self) -> Vec<Lang> {
        let mut named: Vec<Lang> = Vec::new();
        for lang in self.wanted.iter().filter_map(|tag| Lang::from_tag(tag)) {
            if !named.contains(&lang) {
                named.push(lang);
            }
        }
        if named.is_empty() { Lang::ALL.to_vec() } else { named }
    }

    fn note(&mut self, code: Code, node: NodeIx, arguments: &[&str]) {
        self.reader.note(code, node, arguments);
    }

    /// Where a node stands, for a message about another one.
    fn line_and_column(&self, node: NodeIx) -> [String; 2] {
        if !WHOLE {
            return [const { String::new() }; 2];
        }
        let Place { line, column, .. } = self.reader.place(node);
        [line.to_string(), column.to_string()]
    }
}

/// The id of a reference.
fn id(reference: &Ref) -> Id {
    reference.value.clone()
}
