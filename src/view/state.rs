//! What a reader can do, and the address each deed leads to.

use super::address::{Address, Query, Theme, View};
use crate::model::{Depth, EvidenceSet, Lang};

/// A deed of the reader. Each carries the new value, never a difference to be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to an address, as a link does.
    Go(Box<Address>),
    /// Light the trace of an entity.
    Select(String),
    /// Put the trace out.
    Deselect,
    /// Follow it so far upstream.
    Up(Depth),
    /// Follow it so far downstream.
    Down(Depth),
    /// Show the focus and its trace alone, or within the whole.
    Only(bool),
    /// Read the map through another lens; `None` is the first of the file.
    Lens(Option<String>),
    /// Lay this lens over the map, or none.
    Over(Option<String>),
    /// Pick out who bears honours of this kind, or nobody.
    Honour(Option<String>),
    /// Show the chain as of a year, or of all times.
    Year(Option<i32>),
    /// Show these classes of evidence.
    Evidence(EvidenceSet),
    /// Search.
    Search(String),
    /// Show map or list.
    View(View),
    /// Use this theme.
    Theme(Theme),
    /// Speak this language.
    Lang(Lang),
}

/// The address after a deed. The same address when the deed changes nothing.
#[must_use]
pub fn apply(at: &Address, action: Action) -> Address {
    let with = |query: Query| Address { query, ..at.clone() };
    let query = at.query.clone();
    // What an address said that nobody understood was told of that address.
    #[cfg(feature = "further")]
    let query = Query { misread: Vec::new(), ..query };
    match action {
        Action::Go(there) => Address { lang: there.lang.or(at.lang), ..*there },
        Action::Select(id) => {
            // Another focus starts at one step each way again; the same one keeps its depth.
            let same = query.focus.as_deref() == Some(&id);
            let (up, down) = if same { (query.up, query.down) } else { (None, None) };
            with(Query { focus: Some(id), up, down, ..query })
        }
        Action::Deselect => with(query.unselected()),
        Action::Up(up) => with(Query { up: Some(up), ..query }),
        Action::Down(down) => with(Query { down: Some(down), ..query }),
        Action::Only(only) => with(Query { only, ..query }),
        Action::Lens(lens) => with(Query { lens, ..query }),
        Action::Over(over) => with(Query { over, ..query }),
        Action::Honour(honour) => with(Query { honour, ..query }),
        Action::Year(year) => with(Query { year, ..query }),
        Action::Evidence(set) => with(Query { evidence: (set != EvidenceSet::ALL).then_some(set), ..query }),
        Action::Search(q) => with(Query { q, ..query }),
        Action::View(view) => with(Query { view, ..query }),
        Action::Theme(theme) => with(Query { theme: Some(theme), ..query }),
        Action::Lang(lang) => Address { lang: Some(lang), ..at.clone() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, action: Action, to: &str) {
        let (path, query) = from.split_once('?').unwrap_or((from, ""));
        assert_eq!(apply(&Address::parse(path, query), action).write(Lang::En), to);
    }

    #[test]
    fn another_focus_starts_at_one_step_again() {
        check("en/chain?focus=a&up=3&lens=food", Action::Select("b".into()), "en/chain?focus=b&lens=food");
        check("en/chain?focus=a&up=3", Action::Select("a".into()), "en/chain?focus=a&up=3");
    }

    #[test]
    fn putting_the_trace_out_keeps_lens_and_year() {
        check("en/chain?focus=a&up=3&only=1&lens=l&year=1930", Action::Deselect, "en/chain?lens=l&year=1930");
    }

    #[test]
    fn a_lens_laid_over_stays_when_something_is_selected_or_put_out() {
        check("en/chain?focus=a", Action::Over(Some("g".into())), "en/chain?focus=a&over=g");
        check("en/chain?over=g", Action::Select("b".into()), "en/chain?focus=b&over=g");
        check("en/chain?focus=b&over=g", Action::Deselect, "en/chain?over=g");
        check("en/chain?focus=b&over=g", Action::Over(None), "en/chain?focus=b");
    }

    #[test]
    fn the_language_changes_in_place() {
        check("en/story/x/2?theme=dark", Action::Lang(Lang::ZhHant), "zh-Hant/story/x/2?theme=dark");
    }

    #[test]
    fn all_classes_of_evidence_are_as_if_none_were_asked_for() {
        let legend = EvidenceSet::of(&[crate::model::Evidence::Legend]);
        check("en/chain", Action::Evidence(legend), "en/chain?evidence=legend");
        check("en/chain?evidence=legend", Action::Evidence(EvidenceSet::ALL), "en/chain");
    }
}
