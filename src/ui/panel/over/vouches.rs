//! Who vouches for something and for what comes to it.

use yew::prelude::*;

use super::Teller;
use crate::{
    model::EntityIx,
    ui::text,
    view::over::{self, Voucher},
    words,
};

/// So many names of goods are told; the others are counted.
const NAMED: usize = 3;

impl Teller<'_> {
    /// Who touches an entity, and who touches what comes to it.
    pub(super) fn vouches(self, entity: EntityIx) -> Html {
        let table = words::overlays(self.lang);
        let touches = self.over.of(entity);
        let vouchers = over::vouchers(&self.library.catalog, self.over, entity);
        html! {
            <section class="over" data-part="vouches">
                { self.level.heading(table.who_vouches) }
                if touches.is_empty() && vouchers.is_empty() {
                    <p class="none">{ table.nobody }</p>
                }
                if !touches.is_empty() {
                    <p class="over__head">{ table.touched_by }</p>
                    { self.touches(touches, entity) }
                }
                if !vouchers.is_empty() {
                    <p class="over__head">{ table.comes_here }</p>
                    <ul class="plain">
                        { for vouchers.iter().map(|voucher| html! { <li key={voucher.touched.0}>{ self.voucher(voucher) }</li> }) }
                    </ul>
                }
                <p class="over__note">{ table.note }</p>
            </section>
        }
    }

    /// Something touched upstream: what comes to it, its name, and, folded away, who touches it.
    fn voucher(self, voucher: &Voucher) -> Html {
        let table = words::overlays(self.lang);
        let name = |entity: &EntityIx| text::plain(&self.library.catalog.entity(*entity).name.full, self.lang);
        let names = voucher
            .goods
            .iter()
            .take(NAMED)
            .map(name)
            .collect::<Vec<_>>()
            .join(words::punctuation(self.lang).and_comma);
        let more = voucher.goods.len().saturating_sub(NAMED);
        let goods = match (names.is_empty(), more) {
            (true, _) => String::new(),
            (false, 0) => names + " → ",
            (false, _) => words::fill(table.and_more, &[&names, &more.to_string()]) + " → ",
        };
        let touches = self.over.of(voucher.touched);
        html! {
            <details class="over__fold">
                <summary>
                    <span>{ goods }<b>{ text::name(self.library, voucher.touched, self.lang) }</b></span>
                    <em class="num">{ touches.len().to_string() }</em>
                </summary>
                { self.touches(touches, voucher.touched) }
            </details>
        }
    }
}
