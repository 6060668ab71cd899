//! A page that the file brings itself: its sections, each in its form.

mod brands;
mod forms;
mod mechanism;
mod parts;
mod proportion;
mod reach;
mod telling;

use yew::prelude::*;

use self::telling::Telling;
use crate::{
    model::{Date, Evidence, Lang, Plate, Section, SectionForm, SourceIx},
    ui::{
        badge,
        context::{Here, Library},
        link::Go,
        share::Share,
        text,
    },
    view::{Address, Page, Query},
    words,
};

/// A plate of the file.
pub fn plate(library: &Library, plate: &Plate, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::plates(lang);
    let at = catalog.plates.iter().position(|other| other.id == plate.id).unwrap_or(0);
    let to_map = plate.lens.map(|lens| {
        let there = here.to_page(Page::Chain);
        Address { query: Query { lens: Some(catalog.lens(lens).id.to_string()), ..there.query.clone() }, ..there }
    });
    html! {
        <main class="page folio" id="main">
            <header class="folio__head">
                <h1 tabindex="-1">{ text::text(catalog, &plate.title, lang) }</h1>
                if let Some(subtitle) = &plate.subtitle { <p>{ text::text(catalog, subtitle, lang) }</p> }
            </header>
            <div class="folio__body">
                if let Some(lead) = &plate.lead { <p class="lead">{ text::text(catalog, lead, lang) }</p> }
                { for footing(library, plate.date, whole(plate), lang) }
                <p class="take">
                    if let Some(to) = to_map { <Go class="btn" {to} {lang}>{ said.as_a_map }</Go> }
                    <Share {lang} />
                </p>
                <div class="folio__sections">
                    {
                        for plate.sections.iter().zip(wide(&plate.sections)).enumerate().map(|(place, (shown, is_wide))| {
                            section(Telling::new(library, (plate.lens, shown), here, lang), (at, place), plate, is_wide)
                        })
                    }
                </div>
                if let Some(note) = &plate.note { <p class="folio__note">{ text::text(catalog, note, lang) }</p> }
            </div>
        </main>
    }
}

/// Which sections take the whole width of the page, so that no half of it stays empty beside a long one: brands, those of many
/// items, whose items then stand two by two, and what would be alone in its row.
fn wide(sections: &[Section]) -> Vec<bool> {
    /// From so many items on, a section of one item below another is wide.
    const MANY: usize = 4;
    let whole = |section: &Section| match section.form {
        SectionForm::Brands | SectionForm::Plans => true,
        SectionForm::Text | SectionForm::Figures | SectionForm::Change => section.items.len() >= MANY,
        _ => false,
    };
    let mut out: Vec<bool> = sections.iter().map(whole).collect();
    // What waits for a neighbour of its row.
    let mut waits: Option<usize> = None;
    for at in 0..=out.len() {
        let is_whole = out.get(at).copied().unwrap_or(true);
        match (waits.take(), is_whole) {
            (Some(alone), true) => out[alone] = true,
            (None, false) => waits = Some(at),
            _ => {}
        }
    }
    out
}

/// What a plate rests on as a whole; `None` where it names no sources.
fn whole(plate: &Plate) -> Option<(Evidence, &[SourceIx])> {
    (!plate.sources.is_empty()).then_some((Evidence::Documented, &plate.sources[..]))
}

/// The line that says of when something is and what it rests on; `None` where it has nothing to say.
fn footing(library: &Library, date: Option<Date>, rests: Option<(Evidence, &[SourceIx])>, lang: Lang) -> Option<Html> {
    let rests_on = rests.map(|(evidence, sources)| badge::rests_on(library, evidence, sources, lang));
    (date.is_some() || rests.is_some()).then(|| {
        html! {
            <div class="folio__footing">
                if let Some(date) = date { <span class="num">{ words::date(lang, &date) }</span> }
                { for rests_on }
            </div>
        }
    })
}

/// A section. What the plate tells at its head for all of it, its date and its sources, is told again only where the section has others.
fn section(telling: Telling<'_>, (of, nth): (usize, usize), plate: &Plate, is_wide: bool) -> Html {
    let section = &plate.sections[nth];
    let Telling { library, here, lang, .. } = telling;
    let catalog = &library.catalog;
    let items = &section.items;
    let drawn = match section.form {
        SectionForm::Mechanism => html! { <mechanism::Mechanism plate={of} place={nth} here={here.clone()} {lang} /> },
        SectionForm::Proportion => proportion::proportion(telling, section),
        SectionForm::Brands => brands::brands(telling, items),
        SectionForm::Awards => forms::awards(telling, items),
        SectionForm::Phases | SectionForm::Plans => forms::boxes(telling, items),
        SectionForm::Branches => forms::branches(telling, items),
        SectionForm::Figures => forms::figures(telling, items),
        SectionForm::Change => forms::changes(telling, items),
        SectionForm::Text => forms::paragraphs(telling, items),
    };
    let form = SectionForm::ALL.iter().find(|(form, _)| *form == section.form).map_or("", |(_, word)| word);
    let own = &section.footing;
    let rests = Some((own.evidence, &own.sources[..])).filter(|own| whole(plate) != Some(*own));
    let date = own.date.filter(|date| plate.date != Some(*date));
    html! {
        <section key={section.id.to_string()} id={format!("section-{}", section.id)} class={classes!(format!("folio__{form}"), is_wide.then_some("folio__wide"))}>
            <h2>{ text::text(catalog, &section.title, lang) }</h2>
            if let Some(said) = &section.text { <p>{ text::text(catalog, said, lang) }</p> }
            { drawn }
            if let Some(note) = &section.note { <p class="folio__note">{ text::text(catalog, note, lang) }</p> }
            { for footing(library, date, rests, lang) }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::wide;
    use crate::{load::load, model::Catalog};

    /// Which sections of these forms and numbers of items are wide.
    fn widths(sections: &[(&str, usize)]) -> Vec<bool> {
        let section = |(at, (form, items)): (usize, &(&str, usize))| {
            let items = vec![r#"{ "name": { "en": "I" } }"#; *items].join(",");
            format!(r#"{{ "id": "s{at}", "title": {{ "en": "S" }}, "form": "{form}", "items": [{items}] }}"#)
        };
        let sections: Vec<String> = sections.iter().enumerate().map(section).collect();
        let file = format!(
            r#"{{ "format": 1, "site": {{ "title": {{ "en": "T" }}, "languages": ["en"] }}, "plates": [{{ "id": "p", "title": {{ "en": "P" }}, "sections": [{}] }}] }}"#,
            sections.join(",")
        );
        let catalog: Catalog = load(file.as_bytes()).catalog.expect("it can be read");
        wide(&catalog.plates[0].sections)
    }

    #[test]
    fn no_section_leaves_half_of_its_row_empty() {
        assert_eq!(widths(&[("mechanism", 5), ("proportion", 4), ("brands", 6)]), [false, false, true]);
        assert_eq!(widths(&[("text", 8), ("figures", 1), ("text", 2)]), [true, false, false]);
        assert_eq!(widths(&[("figures", 1), ("change", 5), ("awards", 9)]), [true, true, true]);
        assert_eq!(widths(&[]), Vec::<bool>::new());
    }
}
