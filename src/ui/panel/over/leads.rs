//! What one of the upper lens touches, and every table downstream of that.

use yew::prelude::*;

use super::Teller;
use crate::{
    model::EntityIx,
    ui::{pane::glass, panel::Level, text},
    view::over,
    words,
};

impl Teller<'_> {
    /// What one of the upper lens touches, and what lies downstream of that, column by column.
    pub(super) fn leads(self, who: EntityIx) -> Html {
        let Self { library, over, lang, level, .. } = self;
        let catalog = &library.catalog;
        let table = words::overlays(lang);
        let reach = over::reach(catalog, over, who);
        let columns = &catalog.lens(over.laid.base).columns;
        html! {
            <section class="over" data-part="reaches">
                { level.heading(table.touches) }
                if reach.touched.is_empty() {
                    <p class="none">{ table.nothing_named }</p>
                }
                <ul class="plain">
                    { for reach.touched.iter().map(|(entity, touch)| html! { <li key={entity.0}>{ self.tie(*entity, touch, *entity) }</li> }) }
                </ul>
                if !reach.downstream.is_empty() {
                    <p class="over__head">{ table.downstream }</p>
                    {
                        for reach.downstream.iter().map(|(place, entities)| {
                            let column = &columns[*place];
                            html! {
                                <details key={column.id.to_string()} class={classes!("over__fold", glass(Some(column)))} data-column={column.id.to_string()} open={level == Level::Page}>
                                    <summary>{ text::text(catalog, &column.name, lang) }<em class="num">{ entities.len().to_string() }</em></summary>
                                    <ul class="plain over__names">
                                        { for entities.iter().map(|entity| html! { <li key={entity.0}>{ self.link(*entity) }</li> }) }
                                    </ul>
                                </details>
                            }
                        })
                    }
                }
                <p class="over__note">{ table.note }</p>
            </section>
        }
    }
}
