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

/// Puts values into a template. What is put in is left as it is, whatever stands in it.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out += before;
        let put =
            after.split_once('}').and_then(|(place, after)| Some((values.get(place.parse::<usize>().ok()?)?, after)));
        rest = if let Some((value, after)) = put {
            out += value;
            after
        } else {
            out.push('{');
            after
        };
    }
    out + rest
}

/// Puts whole numbers into a template. `{0s}` stands for the ending of a word that is counted by the first: none for one, else an s.
pub fn count(template: &str, values: &[usize]) -> String {
    let mut endings = template.to_owned();
    for (place, value) in values.iter().enumerate() {
        endings = endings.replace(&format!("{{{place}s}}"), if *value == 1 { "" } else { "s" });
    }
    let values: Vec<String> = values.iter().map(usize::to_string).collect();
    fill(&endings, &values.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The number of a step: in Chinese with the characters that books number their parts with, as far as those stay short.
pub fn numeral(lang: Lang, number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if lang == Lang::En || number == 0 || number > 99 {
        return number.to_string();
    }
    let (tens, ones) = (number / 10, DIGITS[number % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => ["十", ones].concat(),
        _ => [DIGITS[tens], "十", ones].concat(),
    }
}

/// A whole number with its digits in groups of three.
pub fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Makes the type of a table of words, and the function that gives the one of a language: its words stand in each language's module
/// under the name that is given here.
macro_rules! table {
    ($(#[$note:meta])* $table:ident, by $of:ident in $words:ident: $($name:ident,)*) => {
        $(#[$note])*
        #[derive(Debug)]
        pub struct $table {
            $(#[doc = concat!("`", stringify!($name), "`")] pub $name: &'static str,)*
        }

        $(#[$note])*
        pub fn $of(lang: Lang) -> &'static $table {
            match lang {
                Lang::ZhHans => &zh_hans::$words,
                Lang::ZhHant => &zh_hant::$words,
                Lang::En => &en::$words,
            }
        }

        #[cfg(test)]
        impl $table {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

table! {
    /// The words that every page needs, in one language.
    Words, by of in WORDS:
    // The page around everything.
    language_name, other_language_short, skip, menu, tools, to_dark, to_light,
    // Pages.
    home, chain, stories, list, places, time, walks, contents, about, check, not_found,
    // Loading and failing.
    loading, failed_title, retry, failed_missing, failed_offline, failed_status, failed_web_page, failed_data, failed_slow,
    failed_origin, failed_part, set_aside, set_aside_more, newer_format, first_finding,
    // Home.
    unfold, find_a_taste, begin_with_story, todays_pick, steps,
    // Chain.
    in_folds, shown_of, lens, view, as_map, as_list, zoom_in, zoom_out, fit, keys, keys_text, map_summary, map_label,
    back_to_all, trace_title, upstream, downstream, less, more, all, shown_upstream, shown_downstream, traced,
    only_this, in_the_whole, clear_trace, sheet_high, sheet_half, sheet_low, legend, evidence_head, links_head, year_label, any_year, as_of_year,
    evidence_shown, not_on_record, stage_count, stage_count_lit, end_up, end_down, honours_legend,
    plus_more,
    // An entity.
    since, until, place, status, honours, facts, comes_from, goes_to, related, in_stories, stories_nearby, in_events, also_called,
    formerly, editorial_reading, weak_sources, or_date, open_page, suppliers, customers,
    // Search.
    search, search_hint, found_none, found, matched,
    by_name, by_alias, by_former, by_english, by_jyutping, by_pinyin, by_short,
    // Check.
    check_title,
    // About.
    about_title, updated,
}

table! {
    /// What stands between words, and around them: between parts of a sentence, between things of one kind, between what could have a
    /// sentence of its own, before what is told of something, and around what is said beside.
    Punctuation, by punctuation in PUNCTUATION:
    comma, and_comma, semicolon, colon, brackets,
}

table! {
    /// The words of the pages that are fetched when they are opened, in one language.
    Further, by further in FURTHER:
    // Contents.
    contents_note, places_note, time_note, walks_note, chain_note, about_note, check_note_short,
    // List.
    name, years, nothing_here, list_note,
    // Stories.
    stories_note, story_of, step_of, previous, next, finish, print, told_as_legend, related_stories, plate_caption,
    // Check.
    check_note, choose_file, drop_here, checking, unreadable, nothing_wrong, errors, warnings, information, line_column, file_counts, its_map, more_findings,
    not_one_file, pictures_given, pictures_left, left_strange, left_unclear, left_unread, left_unasked, other_case,
    // About.
    sources_title, rests_on_it, licences_title, code_licence, data_licence, third_parties, notices, correction, how_to_correct, no_address, no_contact,
    // Unknown pages.
    unknown_title, unknown_page, unknown_entity, unknown_story, near_matches, not_on_map, nothing_on_map, go_home, misread, misread_lens,
}

table! {
    /// The words of the plates that a file brings itself.
    Plates, by plates in PLATES:
    unknown_plate, as_a_map, planned, later, one_pane, first_drawn, pick_a_party, reaches,
}

table! {
    /// The words of places and walks.
    Places, by places in PLACES:
    unknown_walk, stops, metres, kilometres, of_known, of_areas, of_both, no_length, no_stops, straight, all_off, none_set, no_position,
    outlined, marked, elsewhere, along, walk_this, map_label, keys_text, walk_keys, streets, on_map, beyond, away, unset, unset_note, no_number, by_number, area, not_drawn, all_streets,
    unknown_street, houses, legend, known, page, left_out, closed, planned_only, off_map, unknown_spot, no_place, no_file, in_file, one_point,
}

table! {
    /// The words of the timeline.
    Times, by times in TIMES:
    no_events, all_themes, all_times, by_theme, by_span, shown, or, began, beginnings, axis_caption, undated,
}

table! {
    /// The words of sharing and showing.
    Sharing, by sharing in SHARING:
    share, copied, not_copied, by_wechat, qr, qr_of, copy,
}

table! {
    /// The words of honours and marks as a way to pick out who bears them.
    Honours, by honours in HONOURS:
    pick, any, picked, clear, all_with, more, unknown, no_year, no_grantor,
}

table! {
    /// The words of one lens laid over another.
    Overlays, by overlays in OVERLAYS:
    lay_over, lay_it, who_vouches, touched_by, touched_spoken, through, comes_here, and_more, nobody, nothing_named, touches, downstream, strung, note,
}

table! {
    /// The words of reading stories.
    Tales, by tales in TALES:
    go_on, from_beginning, beyond, pale, was_read, appearing, walk_it, its_sources, play, pause,
}

/// The word for a class of evidence.
pub fn evidence(lang: Lang, evidence: Evidence) -> &'static str {
    let words = match lang {
        Lang::ZhHans => &zh_hans::EVIDENCE,
        Lang::ZhHant => &zh_hant::EVIDENCE,
        Lang::En => &en::EVIDENCE,
    };
    words[evidence as usize]
}

/// The word for the nature of a source.
pub fn source_kind(lang: Lang, kind: SourceKind) -> &'static str {
    let words = match lang {
        Lang::ZhHans => &zh_hans::SOURCE_KINDS,
        Lang::ZhHant => &zh_hant::SOURCE_KINDS,
        Lang::En => &en::SOURCE_KINDS,
    };
    words[kind as usize]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every string of a language with its name.
    fn all(lang: Lang) -> Vec<(&'static str, &'static str)> {
        [
            of(lang).all(),
            punctuation(lang).all(),
            further(lang).all(),
            plates(lang).all(),
            places(lang).all(),
            times(lang).all(),
            sharing(lang).all(),
            honours(lang).all(),
            overlays(lang).all(),
            tales(lang).all(),
        ]
        .concat()
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        let said = [0, 22, 120, 1000, 84_700, 1_234_567].map(number);
        assert_eq!(said, ["0", "22", "120", "1,000", "84,700", "1,234,567"]);
    }

    #[test]
    fn what_was_put_in_is_left_as_it_is() {
        assert_eq!(fill("{0} and {1}, {0}", &["{1}", "b"]), "{1} and b, {1}");
        assert_eq!(fill("{ {0} {2} {x} }", &["a"]), "{ a {2} {x} }");
    }

    #[test]
    fn one_thing_is_not_spoken_of_as_many() {
        let said = [0, 1, 2].map(|stops| count("{0} stop{0s}", &[stops]));
        assert_eq!(said, ["0 stops", "1 stop", "2 stops"]);
        assert_eq!(count("{0} thing{0s} in {1} fold{1s}", &[2, 1]), "2 things in 1 fold");
    }

    #[test]
    fn one_of_whatever_is_counted_reads_as_one() {
        let (of, more, places) = (of(Lang::En), further(Lang::En), places(Lang::En));
        for (template, values, said) in [
            (of.set_aside, &[1][..], "1 record of the data file could not be shown."),
            (of.steps, &[1], "1 step"),
            (of.in_folds, &[1], "In 1 fold"),
            (of.map_summary, &[1, 1, 1], "1 thing and 1 link in 1 column."),
            (more.errors, &[1], "1 error"),
            (more.warnings, &[1], "1 warning"),
            (more.information, &[1], "1 note"),
            (more.more_findings, &[1], "1 more of this kind"),
            (more.rests_on_it, &[1], "1 statement resting on it"),
            (more.pictures_given, &[1, 1], "The file names 1 picture, 1 of them chosen along and looked at."),
            (places.stops, &[1], "1 stop"),
            (places.houses, &[1], "1 here"),
        ] {
            assert_eq!(count(template, values), said);
        }
    }

    #[test]
    fn what_is_counted_in_english_has_an_ending_for_one() {
        for (name, text) in all(Lang::En) {
            for after in (0..6).filter_map(|n| text.split_once(&format!("{{{n}}} "))).map(|(_, after)| after) {
                let word: &str = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                let is_many = word.len() > 3 && word.ends_with('s') && !after[word.len()..].starts_with('{');
                assert!(!is_many, "{name}: {text}");
                assert!(!["are", "were", "have"].contains(&word), "{name}: {text}");
            }
        }
    }

    #[test]
    fn steps_are_numbered_with_characters_in_chinese() {
        let said = [1, 9, 10, 11, 20, 42, 100].map(|number| numeral(Lang::ZhHant, number));
        assert_eq!(said, ["一", "九", "十", "十一", "二十", "四十二", "100"]);
        assert_eq!(numeral(Lang::En, 11), "11");
    }

    #[test]
    fn no_string_is_empty_and_placeholders_agree_in_all_languages() {
        let placeholders = |text: &str| (0..6).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        let english = all(Lang::En);
        for lang in Lang::ALL {
            assert!(Evidence::ALL.into_iter().all(|class| !evidence(lang, class).is_empty()));
            assert!(SourceKind::ALL.into_iter().all(|kind| !source_kind(lang, kind).is_empty()));
            for ((name, text), (_, in_english)) in all(lang).iter().zip(&english) {
                assert!(!text.trim().is_empty(), "{name} in {lang:?}");
                assert_eq!(placeholders(text), placeholders(in_english), "{name} in {lang:?}");
            }
        }
    }

    #[test]
    fn every_string_is_in_its_language_and_its_script() {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let says = |text: &str| text.contains(|c: char| c.is_alphabetic());
        // How often each simplified character is another one in the traditional string, and how often it is kept.
        let mut seen: BTreeMap<char, (u32, u32)> = BTreeMap::new();
        let (simplified, traditional) = (all(Lang::ZhHans), all(Lang::ZhHant));
        for ((_, simple), (_, full)) in simplified.iter().zip(&traditional) {
            let pairs = simple.chars().zip(full.chars()).filter(|_| simple.chars().count() == full.chars().count());
            for (simple, full) in pairs {
                let (changed, kept) = seen.entry(simple).or_default();
                *if simple == full { kept } else { changed } += 1;
            }
        }
        let slips = |c: char| seen.get(&c).is_some_and(|(changed, kept)| *changed > 4 && *changed > 12 * kept);
        for (name, text) in &traditional {
            assert!(!text.contains(slips), "{name}: {text}");
        }
        for (name, text) in simplified.iter().chain(&traditional) {
            let plain: String =
                text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
            assert!(!says(&plain) || plain.contains(is_han), "{name}: {text}");
        }
        for (name, text) in all(Lang::En) {
            assert!(!text.contains(is_han), "{name}: {text}");
        }
    }

    #[test]
    fn chinese_quotes_and_scripts_are_those_of_their_readers() {
        for (name, text) in all(Lang::ZhHant) {
            assert!(!text.contains(['“', '”']), "{name}");
            assert!(
                !text.contains(['这', '图', '链', '传', '饮', '检', '页', '说', '来', '为', '与']),
                "{name}: {text}"
            );
        }
        for (name, text) in all(Lang::ZhHans) {
            assert!(!text.contains(['「', '」', '這', '圖', '鏈', '傳', '頁', '說', '來']), "{name}: {text}");
        }
    }
}
