//! The query: what is shown of a page and how, all of it optional.

use crate::model::{Depth, Evidence, EvidenceSet, date::YEARS};

/// Map or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The drawn map.
    #[default]
    Map,
    /// Its twin in words.
    List,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Lit panes at night.
    Dark,
}

impl View {
    /// The view with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "map" => Some(Self::Map),
            "list" => Some(Self::List),
            _ => None,
        }
    }
}

impl Theme {
    /// The word in addresses and in the document.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word)
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// The query: everything optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The selected entity's id.
    pub focus: Option<String>,
    /// Steps upstream; with a focus, absent is 1.
    pub up: Option<Depth>,
    /// Steps downstream; with a focus, absent is 1.
    pub down: Option<Depth>,
    /// Only the focus and its trace, laid out alone.
    pub only: bool,
    /// The lens's id; absent is the first lens of the file.
    pub lens: Option<String>,
    /// The chain as of this year.
    pub year: Option<i32>,
    /// The classes of evidence that are shown; absent is all.
    pub evidence: Option<EvidenceSet>,
    /// What is searched for.
    pub q: String,
    /// Map or list.
    pub view: View,
    /// The theme asked for; absent is the reader's own.
    pub theme: Option<Theme>,
    /// Path of another data file of the same origin.
    pub data: Option<String>,
    /// The lens that is laid over the chain, by its id.
    pub over: Option<String>,
    /// The kind of honours that is picked out, by its id.
    pub honour: Option<String>,
    /// The street that is picked out, by its id.
    pub street: Option<String>,
    /// The theme of events that is picked out, by its id.
    pub topic: Option<String>,
    /// The first year that is shown.
    pub from: Option<i32>,
    /// The last year that is shown.
    pub to: Option<i32>,
    /// A museum screen: large, alone, turning by itself.
    pub kiosk: bool,
    /// Keys that are not ours, in their order.
    pub rest: Vec<(String, String)>,
    /// Keys of ours with values that say nothing: they are as if absent, and no address is written with them. The opening page is as if
    /// there were no query, and its part keeps none.
    #[cfg(feature = "further")]
    pub misread: Vec<(String, String)>,
}

/// The first or last year of a span: within the centuries of the years that dates can have, so that no span is endless.
fn edge(text: &str) -> Option<i32> {
    let (first, last) = (YEARS.start() / 100 * 100, YEARS.end() / 100 * 100 + 99);
    text.parse().ok().map(|year: i32| year.clamp(first, last))
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}

fn written(depth: Depth) -> String {
    match depth {
        Depth::All => "all".to_owned(),
        Depth::Steps(steps) => steps.to_string(),
    }
}

impl Query {
    /// Reads the part of a URL after `?`.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            let full = || (!value.is_empty()).then(|| value.to_string());
            match &*key {
                "focus" => query.focus = full(),
                "up" => query.up = query.said(&key, &value, Depth::from_word(&value)),
                "down" => query.down = query.said(&key, &value, Depth::from_word(&value)),
                "only" => query.only = query.is_on(&key, &value),
                "lens" => query.lens = full(),
                "year" => query.year = query.said(&key, &value, year(&value)),
                "evidence" => {
                    let class = |word| query.said(&key, word, Evidence::from_word(word));
                    let classes: Vec<_> = value.split(',').filter_map(class).collect();
                    query.evidence = (!classes.is_empty()).then(|| EvidenceSet::of(&classes));
                }
                "q" => query.q = value.into_owned(),
                "view" => query.view = query.said(&key, &value, View::from_word(&value)).unwrap_or_default(),
                "theme" => query.theme = query.said(&key, &value, Theme::from_word(&value)),
                "data" => query.data = full(),
                "over" => query.over = full(),
                "honour" => query.honour = full(),
                "street" => query.street = full(),
                "topic" => query.topic = full(),
                "from" => query.from = query.said(&key, &value, edge(&value)),
                "to" => query.to = query.said(&key, &value, edge(&value)),
                "kiosk" => query.kiosk = query.is_on(&key, &value),
                _ => query.rest.push((key.into_owned(), value.into_owned())),
            }
        }
        query
    }

    /// What a value says; the further part keeps one that says nothing. Ids are not looked up here: which there are stands in the file.
    #[inline]
    fn said<T>(&mut self, key: &str, value: &str, said: Option<T>) -> Option<T> {
        #[cfg(feature = "further")]
        if said.is_none() && !value.is_empty() {
            self.misread.push((key.to_owned(), value.to_owned()));
        }
        // The opening page is as if there were no query.
        #[cfg(not(feature = "further"))]
        let _ = (self, key, value);
        said
    }

    /// Whether a value switches something on.
    #[inline]
    fn is_on(&mut self, key: &str, value: &str) -> bool {
        let on = value == "1";
        self.said(key, value, (on || value == "0").then_some(on));
        on
    }

    /// The same with nothing selected.
    #[must_use]
    pub fn unselected(self) -> Self {
        Self { focus: None, up: None, down: None, only: false, ..self }
    }

    /// The part of a URL after `?`.
    pub(super) fn write(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        let mut put = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                out.append_pair(key, value);
            }
        };
        put("focus", self.focus.as_deref());
        put("up", self.up.map(written).as_deref());
        put("down", self.down.map(written).as_deref());
        put("only", self.only.then_some("1"));
        put("lens", self.lens.as_deref());
        put("year", self.year.map(|year| year.to_string()).as_deref());
        let classes = |set: EvidenceSet| set.classes().map(Evidence::word).collect::<Vec<_>>().join(",");
        put("evidence", self.evidence.filter(|set| *set != EvidenceSet::ALL).map(classes).as_deref());
        put("q", (!self.q.is_empty()).then_some(&self.q));
        put("view", (self.view == View::List).then_some("list"));
        put("theme", self.theme.map(Theme::word));
        put("data", self.data.as_deref());
        put("over", self.over.as_deref());
        put("honour", self.honour.as_deref());
        put("street", self.street.as_deref());
        put("topic", self.topic.as_deref());
        put("from", self.from.map(|year| year.to_string()).as_deref());
        put("to", self.to.map(|year| year.to_string()).as_deref());
        put("kiosk", self.kiosk.then_some("1"));
        for (key, value) in &self.rest {
            put(key, Some(value));
        }
        out.finish()
    }

    /// The evidence that is shown.
    pub fn evidence(&self) -> EvidenceSet {
        self.evidence.unwrap_or(EvidenceSet::ALL)
    }

    /// Steps upstream of the focus.
    pub fn up(&self) -> Depth {
        self.up.unwrap_or(Depth::Steps(1))
    }

    /// Steps downstream of the focus.
    pub fn down(&self) -> Depth {
        self.down.unwrap_or(Depth::Steps(1))
    }
}
