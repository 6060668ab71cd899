//! The words of the interface, one table per language.
//!
//! A missing string is a compile error. `{0}`, `{1}` stand for what is put in by [`fill`].
//! Words of the district never stand here: they come from the file.

mod en;
mod time;
mod zh_hans;
mod zh_hant;

pub use time::{date, span, year};

use crate::model::{Evidence, Lang, SourceKind};

/// The table of a language.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::ZhHans => &zh_hans::WORDS,
        Lang::ZhHant => &zh_hant::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Puts values into a template.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut out = template.to_owned();
    for (place, value) in values.iter().enumerate() {
        out = out.replace(&format!("{{{place}}}"), value);
    }
    out
}

/// Puts whole numbers into a template.
pub fn count(template: &str, values: &[usize]) -> String {
    let values: Vec<String> = values.iter().map(usize::to_string).collect();
    fill(template, &values.iter().map(String::as_str).collect::<Vec<_>>())
}

macro_rules! table {
    ($($name:ident,)*) => {
        /// The words of the interface in one language.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = concat!("`", stringify!($name), "`")] pub $name: &'static str,)*
            /// Classes of evidence, in the order of [`Evidence::ALL`].
            pub evidence: [&'static str; 5],
            /// Natures of sources, in the order of [`SourceKind::ALL`].
            pub source_kinds: [&'static str; 13],
        }

        #[cfg(test)]
        impl Words {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                let mut all = vec![$((stringify!($name), self.$name),)*];
                all.extend(self.evidence.iter().map(|word| ("evidence", *word)));
                all.extend(self.source_kinds.iter().map(|word| ("source_kinds", *word)));
                all
            }
        }
    };
}

table! {
    // The page around everything.
    language_name, other_language_short, skip, menu, tools, to_dark, to_light, choose_language, plate_number,
    // Pages.
    home, chain, stories, list, about, check, not_found,
    // Loading and failing.
    loading, failed_title, retry, failed_missing, failed_offline, failed_status, failed_web_page, failed_data, failed_slow,
    failed_origin, set_aside_one, set_aside_many, set_aside_more, newer_format, first_finding,
    // Home.
    unfold, find_a_taste, begin_with_story, todays_pick, steps_one, steps_many,
    // Chain.
    in_folds, shown_of, lens, view, as_map, as_list, zoom_in, zoom_out, fit, keys, keys_text, map_summary, map_label,
    back_to_all, trace_title, upstream, downstream, less, more, all, shown_upstream, shown_downstream, traced,
    only_this, in_the_whole, clear_trace, legend, evidence_head, links_head, year_label, any_year, as_of_year,
    evidence_shown, not_on_record, stage_count, stage_count_lit, closed_fold, end_up, end_down, no_honours, honours_legend,
    plus_more,
    // An entity.
    close, kind, since, until, place, status, honours, facts, comes_from, goes_to, related, in_stories, in_events, also_called,
    formerly, editorial_reading, weak_sources, disputed_dates, or_date, sources, no_source, open_page, place_unknown, suppliers, customers,
    // List.
    name, years, nothing_here, list_note, listed_above,
    // Search.
    search, search_hint, found_none, found_one, found_many, matched, clear,
    by_name, by_alias, by_former, by_english, by_jyutping, by_pinyin, by_short, searching,
    // Stories.
    stories_note, story_of, step_of, previous, next, finish, print, told_as_legend, sources_of_story, related_stories, plate_caption, begin,
    // Check.
    check_title, check_note, choose_file, drop_here, checking, nothing_wrong, errors, warnings, information, line_column, hint, file_counts, its_map, more_findings,
    show_errors,
    // About.
    about_title, sources_title, rests_on_it, licences_title, code_licence, data_licence, third_parties, correction, filed, updated, no_address,
    what_rests, third_party_list,
    // Unknown pages.
    unknown_title, unknown_page, unknown_entity, unknown_story, near_matches, go_home,
}

/// The word for a class of evidence.
pub fn evidence(lang: Lang, evidence: Evidence) -> &'static str {
    of(lang).evidence[evidence as usize]
}

/// The word for the nature of a source.
pub fn source_kind(lang: Lang, kind: SourceKind) -> &'static str {
    of(lang).source_kinds[kind as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_string_is_empty_and_placeholders_agree_in_all_languages() {
        let placeholders = |text: &str| (0..6).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        let english = of(Lang::En).all();
        for lang in Lang::ALL {
            for ((name, text), (_, in_english)) in of(lang).all().iter().zip(&english) {
                assert!(!text.trim().is_empty(), "{name} in {lang:?}");
                assert_eq!(placeholders(text), placeholders(in_english), "{name} in {lang:?}");
            }
        }
    }

    #[test]
    fn chinese_quotes_and_scripts_are_those_of_their_readers() {
        for (name, text) in of(Lang::ZhHant).all() {
            assert!(!text.contains(['“', '”']), "{name}");
            assert!(
                !text.contains(['这', '图', '链', '传', '饮', '检', '页', '说', '来', '为', '与']),
                "{name}: {text}"
            );
        }
        for (name, text) in of(Lang::ZhHans).all() {
            assert!(!text.contains(['「', '」', '這', '圖', '鏈', '傳', '頁', '說', '來']), "{name}: {text}");
        }
    }
}
