//! What every item of a section is told with: the library, the lens of its page, and what the record around it tells for all of them.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Footing, Item, Lang, LensIx, Section},
    ui::{
        context::{Here, Library},
        pane,
    },
};

/// What every item of a section is told with.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    pub(super) library: &'a Library,
    /// The lens of the page, whose columns colour what stands in no stage.
    pub(super) lens: Option<LensIx>,
    /// Whether the date of the section, which is told for all of it, is that of every item.
    pub(super) dated_once: bool,
    /// What the record around an item rests on: the item tells its own only where it is another.
    around: &'a Footing,
    pub(super) here: &'a Here,
    pub(super) lang: Lang,
}

impl<'a> Telling<'a> {
    /// How the items of a section are told on a page with this lens.
    pub(super) fn new(
        library: &'a Library,
        (lens, section): (Option<LensIx>, &'a Section),
        here: &'a Here,
        lang: Lang,
    ) -> Self {
        fn dated(item: &Item, section: &Section) -> bool {
            item.footing.date == section.footing.date && item.items.iter().all(|inner| dated(inner, section))
        }
        let dated_once = section.items.iter().all(|item| dated(item, section));
        Self { library, lens, dated_once, around: &section.footing, here, lang }
    }

    /// How what belongs to an item is told.
    pub(super) fn within(self, item: &'a Item) -> Self {
        Self { around: &item.footing, ..self }
    }

    /// What an item rests on, where that is not what the record around it does.
    pub(super) fn own(self, item: &'a Item) -> Option<&'a Footing> {
        let own = &item.footing;
        (own.evidence != self.around.evidence || own.sources != self.around.sources).then_some(own)
    }

    /// The pane of an entity, broken where it was only planned; without one where nothing says what it is of.
    pub(super) fn pane(self, entity: EntityIx, class: &'static str) -> Option<Html> {
        let planned = self.library.catalog.entity(entity).planned.then_some("");
        let drawn =
            |column| html! { <span class="framed" data-planned={planned}>{ pane::pane(Some(column), class) }</span> };
        self.library.catalog.colour_of(entity, self.lens).map(drawn)
    }
}
