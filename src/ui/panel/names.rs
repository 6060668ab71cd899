//! Names of an entity: the heading with its reading, and the same name in the other scripts and languages.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Lang, Name, OtherName, Spelling, Tag},
    ui::{context::Library, text},
    words,
};

/// Whether a character takes a syllable of a reading.
fn takes_syllable(c: char) -> bool {
    (c as u32) >= 0x3400 && !"，。、·（）《》“”「」".contains(c)
}

/// The syllables that stand above the characters of the heading, one for each; none where there is no reading or it does not agree with
/// them.
fn above<'a>(name: &'a Name, spelling: &Spelling, lang: Lang) -> Vec<&'a str> {
    let syllables: Vec<&str> = name.jyutping.as_deref().unwrap_or("").split_whitespace().collect();
    let characters = spelling.text.chars().filter(|c| takes_syllable(*c)).count();
    if lang.is_chinese() && syllables.len() == characters { syllables } else { Vec::new() }
}

/// The name; Chinese with jyutping above each character where the syllables agree with the characters.
pub(super) fn heading(library: &Library, entity: EntityIx, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let name = &catalog.entity(entity).name;
    let Some(spelling) = name.full.pick(lang) else { return html! { <span hidden=true /> } };
    let syllables = above(name, spelling, lang);
    if syllables.is_empty() {
        return text::spelling(catalog, spelling, lang);
    }
    let mut next = syllables.into_iter();
    html! {
        <ruby lang={(spelling.tag != Tag::from(lang)).then(|| catalog.languages.tag(spelling.tag).to_owned())}>
            {
                for spelling.text.chars().enumerate().map(|(place, c)| {
                    let syllable = if takes_syllable(c) { next.next() } else { None };
                    html! { <key={place}>{ c }<rt lang="yue-Latn">{ syllable.unwrap_or_default().to_owned() }</rt></> }
                })
            }
        </ruby>
    }
}

/// Another name with its reading, which is told once where the name stands in both scripts one after the other.
fn other_name(library: &Library, other: &OtherName, next: Option<&OtherName>, lang: Lang) -> Html {
    let reading =
        other.jyutping.as_ref().filter(|reading| next.and_then(|next| next.jyutping.as_ref()) != Some(reading));
    html! {
        <>
            { text::spelling(&library.catalog, &other.spelling, lang) }
            if let Some(reading) = reading { { " " }<small class="num" lang="yue-Latn">{ reading.to_string() }</small> }
        </>
    }
}

/// The other spellings, the reading where the heading does not show it, other and former names.
pub(super) fn others(library: &Library, entity: EntityIx, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let name = &catalog.entity(entity).name;
    let table = words::of(lang);
    let shown = name.full.pick(lang);
    let is_above = shown.is_some_and(|spelling| !above(name, spelling, lang).is_empty());
    let mut seen: Vec<&str> = shown.iter().map(|spelling| &*spelling.text).collect();
    let mut spellings = Vec::new();
    for spelling in &name.full.0 {
        if !seen.contains(&&*spelling.text) {
            seen.push(&spelling.text);
            spellings.push(spelling);
        }
    }
    let marks = words::punctuation(lang);
    let between = |place: usize| if place == 0 { "" } else { marks.and_comma };
    html! {
        <div class="entity__names">
            {
                for spellings.iter().enumerate().map(|(place, spelling)| html! {
                    <span key={place} class="entity__alt">{ text::spelling(catalog, spelling, lang) }</span>
                })
            }
            if let Some(jyutping) = &name.jyutping {
                if !is_above { <span class="entity__alt num" lang="yue-Latn">{ jyutping.to_string() }</span> }
                if name.editorial.iter().any(|which| &**which == "jyutping") { <small>{ table.editorial_reading }</small> }
            }
            if !name.aliases.is_empty() {
                <p>{ format!("{} ", table.also_called) }{ for name.aliases.iter().enumerate().map(|(place, alias)| html! { <key={place}>{ between(place) }{ other_name(library, alias, name.aliases.get(place + 1), lang) }</> }) }</p>
            }
            if !name.former.is_empty() {
                <p>
                    { format!("{} ", table.formerly) }
                    {
                        for name.former.iter().enumerate().map(|(place, former)| {
                            let years = former.years.map(|date| words::fill(marks.brackets, &[&words::date(lang, &date)]));
                            let next = name.former.get(place + 1).map(|next| &next.name);
                            html! { <key={place}>{ between(place) }{ other_name(library, &former.name, next, lang) }{ years.unwrap_or_default() }</> }
                        })
                    }
                </p>
            }
        </div>
    }
}
