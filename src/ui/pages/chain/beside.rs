//! The panel beside the map, or the sheet over it on a phone: what is known of the selected entity.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::handle::Handle;
use crate::{
    model::{EntityIx, Lang, LensIx},
    ui::{
        browser,
        context::{Here, use_dispatch, use_library},
        hooks::use_frame_later,
        marks,
        panel::{Level, entity_panel},
        share::Share,
    },
    view::{Action, sheet::Sheet},
    words,
};

/// Properties of [`Beside`].
#[derive(Properties, PartialEq)]
pub(super) struct BesideProps {
    /// The selected entity; without one the panel is shut.
    pub(super) focus: Option<EntityIx>,
    /// The lens it is seen through.
    pub(super) lens: LensIx,
    /// On a phone, where the panel is a sheet: how far it is drawn up, and the height of the window in pixels.
    pub(super) sheet: Option<(Sheet, f32)>,
    /// Asks for another height of the sheet.
    pub(super) on_sheet: Callback<Sheet>,
    /// Where the reader is.
    pub(super) here: Here,
    /// The language.
    pub(super) lang: Lang,
}

/// Properties of [`Known`].
#[derive(Properties, PartialEq)]
struct KnownProps {
    entity: EntityIx,
    lens: LensIx,
    here: Here,
    lang: Lang,
}

/// What is known of an entity: a component of its own, so that it is not told again while the panel waits.
#[component]
fn Known(props: &KnownProps) -> Html {
    let KnownProps { entity, lens, here, lang } = props;
    entity_panel(&use_library(), *entity, *lens, here, *lang, Level::Beside)
}

/// The panel. What it holds is exchanged one animation frame after the map's answer, and drawn with it: until then it can be seen
/// whether the reader's focus is in what is about to go.
#[component]
pub(super) fn Beside(props: &BesideProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let root = use_node_ref();
    let BesideProps { focus, lens, sheet, on_sheet, here, lang } = props;
    let (entity, lens, here, lang) = use_frame_later((*focus, *lens, here.clone(), *lang));
    // Whether the reader was in the panel when another entity was selected or none: what had the focus is gone then.
    let was_inside = use_mut_ref(|| false);
    {
        let (root, was_inside, library) = (root.clone(), Rc::clone(&was_inside), library.clone());
        use_effect_with(*focus, move |focus| {
            let inside = root.cast::<Element>().is_some_and(|panel| browser::has_focus(&panel));
            *was_inside.borrow_mut() = inside && focus.is_some();
            if let (true, None, Some(left)) = (inside, focus, entity) {
                browser::focus_on_map(library.catalog.entity(left).id.as_str());
            }
        });
    }
    // Asking the panel how far it is scrolled when it changes would make the browser lay out the page in the midst of that.
    let scrolled = use_mut_ref(|| false);
    let onscroll = {
        let (root, scrolled) = (root.clone(), Rc::clone(&scrolled));
        Callback::from(move |_: Event| {
            *scrolled.borrow_mut() = root.cast::<Element>().is_some_and(|panel| panel.scroll_top() > 0);
        })
    };
    {
        let root = root.clone();
        // A sheet that is lowered shows its head, however far it was read.
        use_effect_with((entity, sheet.is_some_and(|(sheet, _)| sheet == Sheet::Low)), move |_| {
            if scrolled.replace(false)
                && let Some(panel) = root.cast::<Element>()
            {
                panel.set_scroll_top(0);
            }
            if was_inside.replace(false) {
                browser::focus(".panel h2");
            }
        });
    }
    let deselect = dispatch.reform(|_: MouseEvent| Action::Deselect);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            dispatch.emit(Action::Deselect);
        }
    });
    let name = focus.map(|focus| library.catalog.entity(focus).name.full.words(props.lang).to_owned());
    let class = classes!(
        "panel",
        sheet.map(|(sheet, _)| match sheet {
            Sheet::Low => "panel--low",
            Sheet::Half => "panel--half",
            Sheet::High => "panel--high",
        })
    );
    html! {
        <aside {class} hidden={focus.is_none()} aria-label={name} ref={root.clone()} {onkeydown} {onscroll}>
            <div class="panel__top">
                if let Some((sheet, window)) = *sheet {
                    <Handle {sheet} {window} on_sheet={on_sheet.clone()} panel={root} lang={props.lang} />
                }
                <button type="button" class="btn btn--icon panel__close" aria-label={words::of(props.lang).clear_trace} onclick={deselect}>{ marks::cross() }</button>
            </div>
            { for entity.map(|entity| html! { <Known {entity} {lens} here={here.clone()} {lang} /> }) }
            if entity.is_some() { <p class="take"><Share {lang} /></p> }
        </aside>
    }
}
