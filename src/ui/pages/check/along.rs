//! What is said of the files that were chosen along with a data file.

use yew::prelude::*;

use super::chosen::Reading;
use crate::{
    check::pictures::{Left, Why},
    model::Lang,
    words::{self, Further},
};

/// So many names of files are listed in one sentence.
const MOST: usize = 5;

/// How many of the pictures that the file names were looked at, how to have the others looked at, and what else was chosen.
pub(super) fn along(reading: &Reading, lang: Lang) -> Html {
    let more = words::further(lang);
    let Reading { named, given, .. } = *reading;
    let said =
        [more.left_strange, more.left_unclear, more.left_unread, more.left_unasked].into_iter().filter_map(|why| {
            let names: Vec<String> =
                reading.left.iter().filter(|left| sentence(left, more) == why).map(|left| name(left, more)).collect();
            (!names.is_empty()).then(|| html! { <p key={why}>{ words::fill(why, &[&listed(&names, lang)]) }</p> })
        });
    html! {
        <>
            <p hidden={named == 0}>
                { words::count(more.pictures_given, &[named, given]) }
                if given < named { { " " }{ more.pictures_left } }
            </p>
            { for said }
        </>
    }
}

/// The sentence that a file is listed in.
fn sentence(left: &Left, more: &Further) -> &'static str {
    match left.why {
        Why::Strange | Why::OtherCase(_) => more.left_strange,
        Why::Unclear => more.left_unclear,
        Why::Unread => more.left_unread,
        Why::Unasked => more.left_unasked,
    }
}

/// The name of a file, with the one that the data file names instead.
fn name(left: &Left, more: &Further) -> String {
    match &left.why {
        Why::OtherCase(path) => words::fill(more.other_case, &[&left.name, path]),
        _ => left.name.clone(),
    }
}

/// The first names, and how many more there are.
fn listed(names: &[String], lang: Lang) -> String {
    let first = names[..names.len().min(MOST)].join(words::punctuation(lang).and_comma);
    match names.len().saturating_sub(MOST) {
        0 => first,
        beyond => words::fill(words::overlays(lang).and_more, &[&first, &beyond.to_string()]),
    }
}
