//! Around every page: the spine of the book with its pages, language and theme, a skip link, notices, and the foot.

use yew::prelude::*;

use super::{
    browser,
    context::{Dispatch, Here, Library, use_dispatch, use_library},
    link::Go,
    marks, text,
};
use crate::{
    model::Lang,
    view::{Action, Page, View, address::Theme},
    words,
};

/// Around a page. What stands there is not rendered anew while the reader stays on the page: it knows the page and what every page
/// keeps of the address, and no more.
pub fn around(here: &Here, lang: Lang, theme: Theme, page: Html) -> Html {
    let mut kept = here.to_page(here.page.clone());
    kept.query.view = here.query.view;
    let kept = Here::new(kept);
    // A museum screen shows its page and speaks its languages; nothing leads away.
    let kiosk = here.query.kiosk;
    html! {
        <>
            <Spine here={kept.clone()} {lang} {theme} />
            if !kiosk { <Notices here={kept.clone()} {lang} /> }
            { page }
            if !kiosk { <Foot here={kept} {lang} /> }
        </>
    }
}

/// Properties of [`Spine`].
#[derive(Properties, PartialEq)]
struct SpineProps {
    here: Here,
    lang: Lang,
    theme: Theme,
}

/// The skip link and the spine of the book: its pages, languages and themes.
#[component]
fn Spine(props: &SpineProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let SpineProps { here, lang, theme } = props;
    let (lang, theme) = (*lang, *theme);
    let table = words::of(lang);
    let site = &library.catalog.site;
    let kiosk = here.query.kiosk;
    let at = |page: &Page, view: View| match (&here.page, page) {
        (Page::Chain | Page::Entity(_), Page::Chain) => {
            let listed = here.page == Page::Chain && here.query.view == View::List;
            listed == (view == View::List)
        }
        (Page::Story { .. }, Page::Stories) | (Page::Walk(_), Page::Walks) | (Page::Check, Page::About) => true,
        (here, page) => here == page,
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("main h1");
    });
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ table.skip }</a>
            <header class="spine">
                { fishtail(true) }
                <Go class="spine__book" to={here.to_page(if cfg!(feature = "further") && kiosk { Page::Stories } else { Page::Home })} {lang}>
                    { text::text(&library.catalog, &site.title, lang) }
                </Go>
                if !kiosk {
                    <nav class="spine__pages" aria-label={table.menu}>
                        {
                            for entries(&library, lang).into_iter().enumerate().map(|(place, (page, view, word, class))| {
                                let current = at(&page, view);
                                let mut to = here.to_page(page);
                                to.query.view = view;
                                html! { <Go key={place} {to} {lang} {class} {current}>{ word }</Go> }
                            })
                        }
                    </nav>
                }
                <div class="spine__tools" role="group" aria-label={table.tools}>
                    {
                        for site.languages.iter().filter(|other| **other != lang).map(|other| language_button(*other, &dispatch))
                    }
                    if !kiosk { { theme_button(theme.other(), lang, &dispatch) } }
                </div>
                { fishtail(false) }
            </header>
        </>
    }
}

/// The pages of the menu, each with its view, its word and, where a small screen has no room for it, a class that says so. What the
/// file has nothing for is left out; the table of contents stands for what is hidden.
fn entries(library: &Library, lang: Lang) -> Vec<(Page, View, String, &'static str)> {
    let table = words::of(lang);
    let catalog = &library.catalog;
    let offers = catalog.offers;
    let mut out = Vec::new();
    let mut enter = |page: Page, word: &str, class| out.push((page, View::Map, word.to_owned(), class));
    enter(Page::Home, table.home, "");
    enter(Page::Chain, table.chain, "");
    enter(Page::Stories, table.stories, "");
    for plate in &catalog.plates {
        let word = plate.short.as_ref().unwrap_or(&plate.title).words(lang);
        enter(Page::Plate(plate.id.to_string()), word, "");
    }
    for (offered, page, word) in [
        (offers.map, Page::Places, table.places),
        (offers.routes, Page::Walks, table.walks),
        (offers.events, Page::Time, table.time),
    ] {
        if offered {
            enter(page, word, "spine__more");
        }
    }
    out.push((Page::Chain, View::List, table.list.to_owned(), "spine__more"));
    out.push((Page::About, View::Map, table.about.to_owned(), "spine__more"));
    out.push((Page::Contents, View::Map, table.contents.to_owned(), "spine__all"));
    out
}

/// The fishtail of a folded book edge, at the head or at the foot.
fn fishtail(head: bool) -> Html {
    let d = if head { "M0 0H76V38L38 20 0 38Z" } else { "M0 40H76V2L38 20 0 2Z" };
    html! { <svg class="spine__fish" viewBox="0 0 76 40" aria-hidden="true"><path {d} /></svg> }
}

/// Switches to another language in place.
fn language_button(to: Lang, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Lang(to));
        // The button that was pressed goes; the first one of those that come in its place takes over its focus.
        browser::when_shown(|| browser::focus(".spine__tools button"));
    });
    let table = words::of(to);
    html! {
        <button key={to.tag()} type="button" lang={to.tag()} aria-label={format!("{} {}", table.other_language_short, table.language_name)} {onclick}>
            { table.other_language_short }
        </button>
    }
}

/// Switches to the other theme.
fn theme_button(to: Theme, lang: Lang, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Theme(to));
    let table = words::of(lang);
    html! {
        <button type="button" aria-label={if to == Theme::Dark { table.to_dark } else { table.to_light }} {onclick}>
            { marks::half_pane() }
        </button>
    }
}

/// Properties of [`Notices`] and [`Foot`].
#[derive(Properties, PartialEq)]
struct EdgeProps {
    here: Here,
    lang: Lang,
}

/// What a reader must know of the file: records set aside, a newer format.
#[component]
fn Notices(props: &EdgeProps) -> Html {
    let library = use_library();
    let EdgeProps { here, lang } = props;
    let lang = *lang;
    let table = words::of(lang);
    let set_aside = library.set_aside as usize;
    html! {
        <div class="notices">
            if library.catalog.newer_format {
                <p role="alert">{ table.newer_format }</p>
            }
            if set_aside > 0 {
                <p role="status">
                    { words::count(table.set_aside, &[set_aside]) }
                    { " " }
                    <Go to={here.to_page(Page::Check)} {lang}>{ table.set_aside_more }</Go>
                </p>
            }
        </div>
    }
}

/// The foot of every page: licence, filings, date.
#[component]
fn Foot(props: &EdgeProps) -> Html {
    let library = use_library();
    let EdgeProps { here, lang } = props;
    let lang = *lang;
    let table = words::of(lang);
    let site = &library.catalog.site;
    let mut parts: Vec<Html> =
        vec![html! { <Go key="check" to={here.to_page(Page::Check)} {lang}>{ table.check }</Go> }];
    if let Some(licence) = &site.licence {
        parts.push(html! { <span key="licence">{ text::text(&library.catalog, &licence.name, lang) }</span> });
    }
    if let Some(updated) = site.updated {
        let date = words::date(lang, &updated);
        parts.push(html! { <span key="updated">{ words::fill(table.updated, &[&date]) }</span> });
    }
    for (key, filing) in [("icp", &site.icp), ("police", &site.police)] {
        if let Some(filing) = filing {
            parts.push(html! { <span {key}>{ filing.to_string() }</span> });
        }
    }
    html! { <footer class="foot">{ for parts }</footer> }
}
