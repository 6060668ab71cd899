//! The handle of the sheet on a phone: a tap or a key changes its height, a drag takes it along.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::{model::Lang, ui::browser, view::sheet::Sheet, words};

/// Properties of [`Handle`].
#[derive(Properties, PartialEq)]
pub(super) struct HandleProps {
    /// How far the sheet is drawn up.
    pub(super) sheet: Sheet,
    /// Asks for another height.
    pub(super) on_sheet: Callback<Sheet>,
    /// The sheet.
    pub(super) panel: NodeRef,
    /// Height of the window, in pixels.
    pub(super) window: f32,
    /// The language.
    pub(super) lang: Lang,
}

/// A finger on the handle.
#[derive(Clone, Copy, Default)]
struct Drag {
    /// Where it went down, from the upper edge of the window; `None` while none is down.
    from: Option<f32>,
    /// Whether the click that ends it belongs to a drag.
    spent: bool,
}

/// The handle. While it is dragged the height is written to the document, outside the virtual one, like the camera of a map.
#[component]
pub(super) fn Handle(props: &HandleProps) -> Html {
    let HandleProps { sheet, on_sheet, panel, window, lang } = props;
    let (sheet, window) = (*sheet, *window);
    let drag = use_mut_ref(Drag::default);
    let table = words::of(*lang);
    let onpointerdown = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            *drag.borrow_mut() = Drag { from: Some(event.client_y() as f32), spent: false };
            if let Some(handle) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
                // Without capture a drag ends where the finger leaves the handle, which is no harm.
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (drag, panel) = (drag.clone(), panel.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(from) = drag.borrow().from else { return };
            let up = from - event.client_y() as f32;
            if sheet.rest(up, window).is_some()
                && let Some(panel) = panel.cast::<web_sys::Element>()
            {
                browser::set_length(&panel, "height", sheet.dragged(up, window));
            }
        })
    };
    let end = {
        let (drag, panel, on_sheet) = (drag.clone(), panel.clone(), on_sheet.clone());
        move |event: &PointerEvent, counts: bool| {
            let Some(from) = drag.borrow_mut().from.take() else { return };
            if let Some(panel) = panel.cast::<HtmlElement>() {
                // Removing what is not there is no failure.
                let _ = panel.style().remove_property("height");
            }
            if let Some(rest) = sheet.rest(from - event.client_y() as f32, window) {
                // One that is taken away ends in no click.
                drag.borrow_mut().spent = counts;
                if counts {
                    on_sheet.emit(rest);
                }
            }
        }
    };
    let onpointerup = {
        let end = end.clone();
        Callback::from(move |event: PointerEvent| end(&event, true))
    };
    let onpointercancel = Callback::from(move |event: PointerEvent| end(&event, false));
    let onclick = {
        let on_sheet = on_sheet.clone();
        Callback::from(move |event: MouseEvent| {
            // A key or an assistive tool clicks without a press, and so without a drag.
            let spent = std::mem::take(&mut drag.borrow_mut().spent);
            if !spent || event.detail() == 0 {
                on_sheet.emit(sheet.next());
            }
        })
    };
    let label = match sheet.next() {
        Sheet::Low => table.sheet_low,
        Sheet::Half => table.sheet_half,
        Sheet::High => table.sheet_high,
    };
    html! {
        <button
            type="button"
            class="panel__handle"
            aria-label={label}
            aria-expanded={if sheet == Sheet::Low { "false" } else { "true" }}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
            {onclick}
        ></button>
    }
}
