//! The address as a value: page, language and query, read from and written to the part of a URL after the app's base.
//!
//! Reading never fails: what is no known page is [`Page::Unknown`], a value that cannot be read is as if absent,
//! and keys that are not ours are kept in their order.

use crate::model::{Depth, Evidence, EvidenceSet, Lang, date::YEARS};

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The opening page.
    Home,
    /// The chain, as map or list.
    Chain,
    /// One entity by its id.
    Entity(String),
    /// The list of stories.
    Stories,
    /// One step of a story, from 1.
    Story {
        /// The story's id.
        id: String,
        /// The step, from 1.
        step: u32,
    },
    /// A page that the file brings itself, by its id.
    Plate(String),
    /// The place map.
    Places,
    /// The timeline.
    Time,
    /// The list of walks.
    Walks,
    /// A walk by its id; without one the walk along the trace of the focus.
    Walk(Option<String>),
    /// The table of contents.
    Contents,
    /// The checker of data files.
    Check,
    /// What this is.
    About,
    /// No page of ours; the path as it was asked for, percent-decoded where that is possible.
    Unknown(String),
}

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
}

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The language; `None` at the root, which replaces itself by an address with one.
    pub lang: Option<Lang>,
    /// The page.
    pub page: Page,
    /// The query.
    pub query: Query,
}

/// What a new address asks of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: it is the same address.
    None,
    /// The entry is replaced: depth, year, query, view, theme or language changed.
    Replace,
    /// A new entry is pushed: page, step, focus, lens, street or the choice of showing the chain alone changed.
    Push,
}

/// The first or last year of a span: within the centuries of the years that dates can have, so that no span is endless.
fn edge(text: &str) -> Option<i32> {
    let (first, last) = (YEARS.start() / 100 * 100, YEARS.end() / 100 * 100 + 99);
    text.parse().ok().map(|year: i32| year.clamp(first, last))
}

fn written(depth: Depth) -> String {
    match depth {
        Depth::All => "all".to_owned(),
        Depth::Steps(steps) => steps.to_string(),
    }
}

/// Percent-decodes one segment of a path. `None` when it is not UTF-8 or holds a character that no id has room for.
fn decoded(segment: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(segment).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}

/// Everything but unreserved characters is written in percent form.
const SEGMENT: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encoded(segment: &str) -> String {
    percent_encoding::utf8_percent_encode(segment, SEGMENT).to_string()
}

impl Page {
    fn parse(segments: &[&str]) -> Self {
        let unknown = || {
            let path = segments.join("/");
            Self::Unknown(decoded(&path).unwrap_or(path))
        };
        match segments {
            [] => Self::Home,
            ["chain"] => Self::Chain,
            ["stories"] => Self::Stories,
            ["places"] => Self::Places,
            ["time"] => Self::Time,
            ["walks"] => Self::Walks,
            ["walk"] => Self::Walk(None),
            ["contents"] => Self::Contents,
            ["check"] => Self::Check,
            ["about"] => Self::About,
            ["entity", id] => decoded(id).map_or_else(unknown, Self::Entity),
            ["plate", id] => decoded(id).map_or_else(unknown, Self::Plate),
            ["walk", id] => decoded(id).map_or_else(unknown, |id| Self::Walk(Some(id))),
            ["story", id] => decoded(id).map_or_else(unknown, |id| Self::Story { id, step: 1 }),
            ["story", id, step] => match (decoded(id), step.parse()) {
                (Some(id), Ok(step)) if step > 0 => Self::Story { id, step },
                _ => unknown(),
            },
            _ => unknown(),
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Chain => "chain".to_owned(),
            Self::Entity(id) => format!("entity/{}", encoded(id)),
            Self::Stories => "stories".to_owned(),
            Self::Story { id, step } => format!("story/{}/{step}", encoded(id)),
            Self::Plate(id) => format!("plate/{}", encoded(id)),
            Self::Places => "places".to_owned(),
            Self::Time => "time".to_owned(),
            Self::Walks => "walks".to_owned(),
            Self::Walk(None) => "walk".to_owned(),
            Self::Walk(Some(id)) => format!("walk/{}", encoded(id)),
            Self::Contents => "contents".to_owned(),
            Self::Check => "check".to_owned(),
            Self::About => "about".to_owned(),
            Self::Unknown(path) => path.split('/').map(encoded).collect::<Vec<_>>().join("/"),
        }
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
                "up" => query.up = Depth::from_word(&value),
                "down" => query.down = Depth::from_word(&value),
                "only" => query.only = value == "1",
                "lens" => query.lens = full(),
                "year" => query.year = value.parse().ok().filter(|year| YEARS.contains(year)),
                "evidence" => {
                    let classes: Vec<_> = value.split(',').filter_map(Evidence::from_word).collect();
                    query.evidence = (!classes.is_empty()).then(|| EvidenceSet::of(&classes));
                }
                "q" => query.q = value.into_owned(),
                "view" => query.view = if value == "list" { View::List } else { View::Map },
                "theme" => query.theme = Theme::from_word(&value),
                "data" => query.data = full(),
                "over" => query.over = full(),
                "honour" => query.honour = full(),
                "street" => query.street = full(),
                "topic" => query.topic = full(),
                "from" => query.from = edge(&value),
                "to" => query.to = edge(&value),
                "kiosk" => query.kiosk = value == "1",
                _ => query.rest.push((key.into_owned(), value.into_owned())),
            }
        }
        query
    }

    /// The same with nothing selected.
    #[must_use]
    pub fn unselected(self) -> Self {
        Self { focus: None, up: None, down: None, only: false, ..self }
    }

    fn write(&self) -> String {
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

impl Address {
    /// Reads the path after the base (with or without a leading slash) and the query after `?`.
    pub fn parse(path: &str, query: &str) -> Self {
        let query = Query::parse(query.strip_prefix('?').unwrap_or(query));
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let (lang, page) = match segments.split_first() {
            None | Some((&"index.html", [])) => (None, Page::Home),
            Some((first, rest)) => match Lang::from_tag(first) {
                Some(lang) => (Some(lang), Page::parse(rest)),
                // A page without a language, or with one we do not speak, keeps its page where it has one.
                None => match Page::parse(&segments) {
                    Page::Unknown(path) => match (Page::parse(rest), Lang::best_for(first)) {
                        (page @ Page::Unknown(_), _) => (None, page),
                        (Page::Home, None) => (None, Page::Unknown(path)),
                        (page, lang) => (lang, page),
                    },
                    page => (None, page),
                },
            },
        };
        Self { lang, page, query }
    }

    /// Path and query after the base, without a leading slash, in this language.
    pub fn write(&self, lang: Lang) -> String {
        let query = self.query.write();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/{}{mark}{query}", self.lang.unwrap_or(lang).tag(), self.page.path())
    }

    /// Another page in the same language, theme and data file, on a museum screen if it is one. What belongs to the chain stays behind.
    #[must_use]
    pub fn to_page(&self, page: Page) -> Self {
        let query = Query {
            theme: self.query.theme,
            data: self.query.data.clone(),
            kiosk: self.query.kiosk,
            rest: self.query.rest.clone(),
            ..Query::default()
        };
        Self { lang: self.lang, page, query }
    }

    /// What going from here to `next` asks of the history.
    pub fn change_to(&self, next: &Self) -> Change {
        let places = |at: &Self| {
            let Query { focus, lens, street, only, .. } = &at.query;
            (at.page.clone(), focus.clone(), lens.clone(), street.clone(), *only)
        };
        if self == next {
            Change::None
        } else if places(self) == places(next) {
            Change::Replace
        } else {
            Change::Push
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, query: &str, written: &str) {
        assert_eq!(Address::parse(path, query).write(Lang::ZhHans), written, "{path}?{query}");
    }

    #[test]
    fn an_address_is_written_as_it_was_read() {
        for path in [
            "en/",
            "zh-Hant/chain",
            "zh-Hans/entity/pan-xi",
            "en/story/pond-to-lake/3",
            "en/check",
            "en/about",
            "en/places",
            "en/time",
            "en/walks",
            "en/walk",
            "en/walk/old-streets",
            "en/plate/party",
            "en/contents",
        ] {
            check(path, "", path);
        }
        check(
            "/en/chain",
            "?focus=pan-xi&up=2&down=all&only=1&lens=food",
            "en/chain?focus=pan-xi&up=2&down=all&only=1&lens=food",
        );
        check(
            "en/chain",
            "q=%E9%A9%AC%E8%B9%84&view=list&theme=dark",
            "en/chain?q=%E9%A9%AC%E8%B9%84&view=list&theme=dark",
        );
        check(
            "en/time",
            "over=governance&honour=x&street=y&topic=z&from=1900&to=1949&kiosk=1",
            "en/time?over=governance&honour=x&street=y&topic=z&from=1900&to=1949&kiosk=1",
        );
        check("en/chain", "evidence=typical,documented", "en/chain?evidence=documented%2Ctypical");
    }

    #[test]
    fn another_page_keeps_the_screen_theme_and_file_and_leaves_what_belongs_to_the_chain() {
        let here = Address::parse("en/story/x/2", "kiosk=1&theme=dark&data=a.json&focus=b&utm=c");
        assert_eq!(here.to_page(Page::Stories).write(Lang::En), "en/stories?theme=dark&data=a.json&kiosk=1&utm=c");
    }

    #[test]
    fn unknown_keys_are_kept_and_unreadable_values_are_as_if_absent() {
        check("en/chain", "utm=a&up=many&year=soon&b=%26", "en/chain?utm=a&b=%26");
    }

    #[test]
    fn the_root_has_no_language_and_a_foreign_one_keeps_its_page() {
        assert_eq!(Address::parse("", "").lang, None);
        assert_eq!(Address::parse("index.html", "").page, Page::Home);
        let wrong = Address::parse("zh-TW/chain", "");
        assert_eq!((wrong.lang, wrong.page), (Some(Lang::ZhHant), Page::Chain));
        assert_eq!(Address::parse("chain", "").page, Page::Chain);
    }

    #[test]
    fn a_foreign_language_alone_is_the_opening_page_in_the_nearest_of_ours() {
        for (path, lang) in [("/zh-TW/", Lang::ZhHant), ("en-US", Lang::En), ("/zh-hans/", Lang::ZhHans)] {
            let at = Address::parse(path, "");
            assert_eq!((at.lang, at.page), (Some(lang), Page::Home), "{path}");
        }
    }

    #[test]
    fn years_that_no_date_can_have_are_brought_within_the_centuries_of_those_that_can() {
        check("en/time", "from=-7&to=2000000000", "en/time?from=0&to=2199");
        check("en/time", "from=2000&to=2099", "en/time?from=2000&to=2099");
        check("en/chain", "year=2000000000", "en/chain");
        check("en/chain", "year=0", "en/chain");
        check("en/chain", "year=1889", "en/chain?year=1889");
    }

    #[test]
    fn ids_that_need_encoding_survive_and_malformed_paths_are_unknown_pages() {
        let odd =
            Address { lang: Some(Lang::En), page: Page::Entity("茶樓/一?#%..".to_owned()), query: Query::default() };
        let text = odd.write(Lang::En);
        assert_eq!(Address::parse(&text, ""), odd);
        for path in ["en/entity/%E0%A4%A", "en/entity/%00", "en/story/x/0", "en/story/x/first", "en/nowhere", "nowhere"]
        {
            assert!(matches!(Address::parse(path, "").page, Page::Unknown(_)), "{path}");
        }
    }

    #[test]
    fn page_focus_lens_and_step_push_and_the_rest_replaces() {
        let at = |text: &str| {
            let (path, query) = text.split_once('?').unwrap_or((text, ""));
            Address::parse(path, query)
        };
        let here = at("en/chain?focus=a&up=1");
        for (there, change) in [
            ("en/chain?focus=a&up=1", Change::None),
            ("en/chain?focus=a&up=2", Change::Replace),
            ("zh-Hans/chain?focus=a&up=1", Change::Replace),
            ("en/chain?focus=a&up=1&view=list&year=1930&q=x&theme=dark", Change::Replace),
            ("en/chain?focus=b&up=1", Change::Push),
            ("en/chain?focus=a&up=1&lens=lineage", Change::Push),
            ("en/chain?focus=a&up=1&over=x&honour=y&from=1900", Change::Replace),
            ("en/chain?focus=a&up=1&street=x", Change::Push),
            ("en/stories", Change::Push),
        ] {
            assert_eq!(here.change_to(&at(there)), change, "{there}");
        }
        assert_eq!(at("en/story/x/1").change_to(&at("en/story/x/2")), Change::Push);
    }
}
