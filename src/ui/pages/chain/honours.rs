//! Honours as a way to pick out who bears them: a choice of their kinds, and what is picked.

use yew::prelude::*;

use crate::{
    model::{Catalog, Lang, LensIx, MarkIx},
    ui::{
        context::{Dispatch, Here, Library},
        text,
    },
    view::Action,
    words,
};

/// The choice of kinds; `None` where the file has none.
pub(super) fn choice(catalog: &Catalog, here: &Here, lang: Lang, dispatch: &Dispatch) -> Option<Html> {
    let said = words::honours(lang);
    let onchange = dispatch.reform(|event: Event| {
        let field: web_sys::HtmlSelectElement = event.target_unchecked_into();
        Action::Honour(Some(field.value()).filter(|id| !id.is_empty()))
    });
    let picked = here.query.honour.as_deref();
    (!catalog.marks.is_empty()).then(|| {
        html! {
            <label class="sieve__honours">
                <span>{ said.pick }</span>
                <select {onchange}>
                    <option value="" selected={picked.is_none()}>{ said.any }</option>
                    {
                        for catalog.marks.iter().enumerate().map(|(at, mark)| html! {
                            <option key={at} value={mark.id.to_string()} selected={picked == Some(mark.id.as_str())}>
                                { format!("{} ({})", mark.name.words(lang), catalog.bearers(MarkIx::from(at)).count()) }
                            </option>
                        })
                    }
                </select>
            </label>
        }
    })
}

/// What is picked, of how many here, and the way back to all; or that nothing is called so.
pub(super) fn picked(
    library: &Library,
    lens: LensIx,
    honour: Result<MarkIx, &str>,
    lang: Lang,
    dispatch: &Dispatch,
) -> Html {
    let catalog = &library.catalog;
    let said = words::honours(lang);
    let clear = dispatch.reform(|_: MouseEvent| Action::Honour(None));
    let (line, about) = match honour {
        Ok(mark) => {
            let record = &catalog.marks[mark.at()];
            let here = catalog.bearers_in(mark, lens);
            (words::fill(said.picked, &[record.name.words(lang), &here.to_string()]), record.note.as_ref())
        }
        Err(id) => (words::fill(said.unknown, &[id]), None),
    };
    html! {
        <div class="honours-picked">
            <p role="status">
                <b>{ line }</b>
                if let Some(about) = about { { " " }<small>{ text::text(catalog, about, lang) }</small> }
            </p>
            <button type="button" class="btn" onclick={clear}>{ said.clear }</button>
        </div>
    }
}
