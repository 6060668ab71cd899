//! A page that the file brings itself.

use yew::prelude::*;

use crate::{
    model::{Item, Lang, Plate, Section},
    ui::{
        badge,
        context::{Here, Library},
        link::Go,
        text,
    },
    view::Page,
    words,
};

/// A plate of the file.
pub fn plate(library: &Library, plate: &Plate, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    html! {
        <main class="page reading plates" id="main">
            <h1 tabindex="-1">{ text::text(catalog, &plate.title, lang) }</h1>
            if let Some(lead) = &plate.lead { <p class="lead">{ text::text(catalog, lead, lang) }</p> }
            { for plate.sections.iter().map(|shown| section(library, shown, here, lang)) }
        </main>
    }
}

fn section(library: &Library, section: &Section, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    html! {
        <section key={section.id.to_string()} id={section.id.to_string()}>
            <h2>{ text::text(catalog, &section.title, lang) }</h2>
            if let Some(said) = &section.text { <p>{ text::text(catalog, said, lang) }</p> }
            { items(library, &section.items, here, lang) }
            if let Some(note) = &section.note { <p><small>{ text::text(catalog, note, lang) }</small></p> }
            { badge::rests_on(library, section.footing.evidence, &section.footing.sources, lang) }
        </section>
    }
}

/// Items with what belongs to them, as lists in lists.
fn items(library: &Library, items: &[Item], here: &Here, lang: Lang) -> Html {
    if items.is_empty() {
        return html! { <span hidden=true /> };
    }
    html! { <ul>{ for items.iter().enumerate().map(|(key, shown)| item(library, key, shown, here, lang)) }</ul> }
}

fn item(library: &Library, key: usize, item: &Item, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    html! {
        <li {key}>
            if let Some(count) = item.count { <b class="num">{ words::number(count) }{ " " }</b> }
            if let Some(unit) = &item.unit { { text::text(catalog, unit, lang) } }
            if let Some(name) = &item.name { <b>{ text::text(catalog, name, lang) }</b> }
            if let Some(said) = &item.text { <span>{ text::text(catalog, said, lang) }</span> }
            if let Some(entity) = item.entity {
                <Go to={here.to_page(Page::Entity(catalog.entity(entity).id.to_string()))} {lang}>{ text::name(library, entity, lang) }</Go>
            }
            { items(library, &item.items, here, lang) }
        </li>
    }
}
