//! A page that the file brings itself: its sections, each in its form.

mod brands;
mod forms;
mod mechanism;
mod parts;
mod proportion;

use yew::prelude::*;

use crate::{
    model::{Lang, Plate, Section, SectionForm},
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
                <p class="take">
                    if let Some(to) = to_map { <Go class="btn" {to} {lang}>{ said.as_a_map }</Go> }
                    <Share {lang} />
                </p>
                <div class="folio__sections">
                    { for plate.sections.iter().enumerate().map(|(place, shown)| section(library, (at, place), shown, here, lang)) }
                </div>
                if let Some(note) = &plate.note { <p class="folio__note">{ text::text(catalog, note, lang) }</p> }
            </div>
        </main>
    }
}

fn section(library: &Library, (of, place): (usize, usize), section: &Section, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let items = &section.items;
    let drawn = match section.form {
        SectionForm::Mechanism => html! { <mechanism::Mechanism plate={of} {place} here={here.clone()} {lang} /> },
        SectionForm::Proportion => proportion::proportion(library, section, here, lang),
        SectionForm::Brands => brands::brands(library, items, here, lang),
        SectionForm::Awards => forms::awards(library, items, here, lang),
        SectionForm::Phases | SectionForm::Plans => forms::boxes(library, items, here, lang),
        SectionForm::Branches => forms::branches(library, items, here, lang),
        SectionForm::Figures => forms::figures(library, items, here, lang),
        SectionForm::Change => forms::changes(library, items, here, lang),
        SectionForm::Text => forms::paragraphs(library, items, here, lang),
    };
    let form = SectionForm::ALL.iter().find(|(form, _)| *form == section.form).map_or("", |(_, word)| word);
    let date = section.footing.date.map(|date| words::date(lang, &date));
    html! {
        <section key={section.id.to_string()} id={format!("section-{}", section.id)} class={format!("folio__{form}")}>
            <h2>{ text::text(catalog, &section.title, lang) }</h2>
            if let Some(said) = &section.text { <p>{ text::text(catalog, said, lang) }</p> }
            { drawn }
            if let Some(note) = &section.note { <p class="folio__note">{ text::text(catalog, note, lang) }</p> }
            <div class="folio__footing">
                if let Some(date) = date { <span class="num">{ date }</span> }
                { badge::rests_on(library, section.footing.evidence, &section.footing.sources, lang) }
            </div>
        </section>
    }
}
