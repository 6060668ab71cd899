//! The entities that an item reaches, and what each of these ties rests on.

use yew::prelude::*;

use super::{parts::link, telling::Telling};
use crate::{
    model::{EntityIx, Evidence, Item},
    ui::{marks, text},
    words,
};

/// The entities that an item reaches, each behind its pane.
pub(super) fn reached(telling: Telling<'_>, item: &Item) -> Html {
    if item.entities.is_empty() {
        return html! { <span hidden=true /> };
    }
    list(telling, &item.entities)
}

fn list(telling: Telling<'_>, entities: &[EntityIx]) -> Html {
    html! {
        <ul class="plain reached">
            {
                for entities.iter().map(|entity| {
                    let name = text::name(telling.library, *entity, telling.lang);
                    let shown = html! { <>{ for telling.pane(*entity, "reached__pane") }<span>{ name }</span></> };
                    html! { <li key={entity.0}>{ link(telling, *entity, shown) }</li> }
                })
            }
        </ul>
    }
}

/// Every entity that an item reaches with the evidence of its tie: first those to which a link leads that the lens of the page follows,
/// then what the item names besides, on a link between the two or, where there is none, on what the item itself rests on.
fn ties(telling: Telling<'_>, item: &Item) -> Vec<(EntityIx, Evidence)> {
    let catalog = &telling.library.catalog;
    let graph = &catalog.graph;
    let (leaving, reaching) =
        item.entity.map_or((&[][..], &[][..]), |entity| (graph.leaving(entity), graph.reaching(entity)));
    let lens = telling.lens.map(|lens| catalog.lens(lens));
    let mut entities: Vec<EntityIx> = Vec::new();
    let led_to = leaving.iter().map(|link| catalog.link(*link));
    let led_to = led_to.filter(|link| lens.is_some_and(|lens| lens.follows(link.kind))).map(|link| link.to);
    for entity in led_to.chain(item.entities.iter().copied()) {
        if !entities.contains(&entity) {
            entities.push(entity);
        }
    }
    // Several links between two are as firm as the firmest of them.
    let firmest = |other: EntityIx| {
        let between = leaving.iter().chain(reaching).map(|link| catalog.link(*link));
        let between = between.filter(|link| link.to == other || link.from == other).map(|link| link.evidence);
        let between: Vec<Evidence> = between.collect();
        Evidence::ALL.into_iter().find(|evidence| between.contains(evidence))
    };
    entities.into_iter().map(|other| (other, firmest(other).unwrap_or(item.footing.evidence))).collect()
}

/// All that an item reaches, sorted by what the ties rest on, each sort behind its line and its word; `None` where it reaches nothing.
pub(super) fn by_evidence(telling: Telling<'_>, item: &Item) -> Option<Html> {
    let ties = ties(telling, item);
    let sorted = |evidence: Evidence| {
        let of: Vec<EntityIx> = ties.iter().filter(|(_, own)| *own == evidence).map(|(entity, _)| *entity).collect();
        (!of.is_empty()).then(|| html! {
            <div key={evidence.word()} class="reach" data-evidence={evidence.word()}>
                <p class="evidence">{ marks::evidence_sample(evidence) }<b>{ words::evidence(telling.lang, evidence) }</b></p>
                { list(telling, &of) }
            </div>
        })
    };
    (!ties.is_empty()).then(|| {
        html! {
            <>
                <p class="parties__reach">{ words::plates(telling.lang).reaches }</p>
                { for Evidence::ALL.into_iter().filter_map(sorted) }
            </>
        }
    })
}
