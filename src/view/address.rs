//! The address as a value: page, language and query, read from and written to the part of a URL after the app's base.
//!
//! Reading never fails: what is no known page is [`Page::Unknown`], a value that cannot be read is as if absent,
//! and keys that are not ours are kept in their order.

mod page;
mod query;

use crate::model::Lang;

pub use page::Page;
pub use query::{Query, Theme, View};

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

    /// The same address with one value of its query written as here, whatever was written there; its other values stay, but for those
    /// that say nothing.
    #[must_use]
    pub fn with(&self, key: &str, value: &str) -> Self {
        let mut query = form_urlencoded::Serializer::new(self.query.write());
        // Of a key that is written twice the last value holds.
        let query = Query::parse(&query.append_pair(key, value).finish());
        Self { query, ..self.clone() }
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
    fn values_that_say_nothing_are_told_apart_from_those_that_are_absent() {
        let misread = |query: &str| -> Vec<String> {
            let misread = Address::parse("en/chain", query).query.misread;
            misread.into_iter().map(|(key, value)| format!("{key}={value}")).collect()
        };
        assert_eq!(
            misread("up=many&down=-1&year=soon&view=lst&theme=drak&from=x&evidence=typical,typicl,,lgend"),
            [
                "up=many",
                "down=-1",
                "year=soon",
                "view=lst",
                "theme=drak",
                "from=x",
                "evidence=typicl",
                "evidence=lgend"
            ]
        );
        assert_eq!(misread("year=2000000000"), ["year=2000000000"]);
        assert_eq!(misread("only=yes&kiosk=true"), ["only=yes", "kiosk=true"]);
        let fine = "up=all&down=3&year=1900&view=map&theme=dark&from=-7&evidence=legend&up=&year=&utm=many&q=x&lens=y&only=0&kiosk=1&view=";
        assert!(misread(fine).is_empty(), "{:?}", misread(fine));
        let at = Address::parse("en/chain", "lens=a&up=many&year=soon");
        assert_eq!(at.with("lens", "b").write(Lang::En), "en/chain?lens=b");
        assert_eq!(at.with("up", "all").write(Lang::En), "en/chain?up=all&lens=a");
        assert!(at.to_page(Page::Chain).query.misread.is_empty(), "another page knows nothing of it");
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
