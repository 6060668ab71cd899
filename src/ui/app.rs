//! The root: holds the address, loads the data, keeps history, title, language and theme in step, and shows the page.

#[cfg(feature = "further")]
mod checker;
mod history;
mod loading;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    browser,
    context::{Dispatch, Here, Library},
    link::use_following,
    pages::{self, failed::failed},
    part::{Part, use_other_part},
    shell,
};
#[cfg(feature = "further")]
use crate::view::show::opened;
use crate::{
    model::Lang,
    view::{Action, Address, Page, address::Theme, apply},
    words,
};
use history::use_history;
pub use loading::{DATA, Failure};
use loading::{Load, use_load};

/// The state of the app: the address, and the one with which a museum screen was opened for as long as it is one.
#[derive(Clone, Debug, PartialEq)]
struct Store {
    address: Here,
    #[cfg(feature = "further")]
    opened: Option<Here>,
}

impl Store {
    /// The state at an address, after another one or none. The opening page is no museum screen, and its part keeps nothing of one.
    fn at(address: Here, before: Option<&Self>) -> Self {
        #[cfg(feature = "further")]
        return Self { opened: opened(before.and_then(|before| before.opened.clone()), &address), address };
        #[cfg(not(feature = "further"))]
        {
            let _ = before;
            Self { address }
        }
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = apply(&self.address, action);
        // The same value gives the same `Rc`, so that nothing is rendered anew.
        if next == *self.address { self } else { Rc::new(Self::at(Rc::new(next), Some(&self))) }
    }
}

/// Properties of [`App`]: what the browser would tell of the reader comes from outside, so that rendering asks nobody.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Which part of the app this is.
    pub part: &'static Part,
    /// Where the reader is.
    pub start: Address,
    /// The language the reader would choose.
    pub preferred: Option<Lang>,
    /// Whether the reader came from a page of the other part.
    pub arrived: bool,
}

/// The app, or one of its parts.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { part, arrived, preferred, .. } = *props;
    let store = use_reducer(|| Store::at(Rc::new(props.start.clone()), None));
    let turn = use_state(|| 0_u32);
    let address = Rc::clone(&store.address);
    #[cfg(feature = "further")]
    let opened = store.opened.as_ref();
    #[cfg(not(feature = "further"))]
    let opened = None;
    let load = match use_load(address.query.data.clone(), *turn) {
        // A file that holds nothing to show is told as one that cannot be used, with what was found in it.
        Load::Ready(library) if library.catalog.entities.is_empty() && address.page != Page::Check => {
            Load::Failed(Failure::Data(library.findings.clone()))
        }
        load => load,
    };
    #[cfg(feature = "further")]
    let load = checker::use_checker(load, &address.page);
    let dispatch: Dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| {
            // What the reader chose by hand is kept for the next visit.
            match &action {
                Action::Lang(lang) => browser::keep("lang", lang.tag()),
                Action::Theme(theme) => browser::keep("theme", theme.word()),
                _ => {}
            }
            dispatcher.dispatch(action);
        })
    };

    use_following(&dispatch);
    let spoken: Vec<Lang> = match &load {
        Load::Ready(library) => library.catalog.site.languages.clone(),
        _ => Lang::ALL.to_vec(),
    };
    let usable = |lang: Option<Lang>| lang.filter(|lang| spoken.contains(lang));
    let lang =
        usable(address.lang).or_else(|| usable(preferred)).or_else(|| spoken.first().copied()).unwrap_or(Lang::ZhHans);
    let theme = address.query.theme;

    let title = match &load {
        Load::Ready(library) => pages::title(library, &address, lang),
        Load::Failed(_) => words::of(lang).failed_title.to_owned(),
        Load::Waiting { .. } => words::of(lang).loading.to_owned(),
    };
    use_history(&address, lang, title, &dispatch);
    let holder = match &load {
        Load::Ready(_) => pages::part_of(&address),
        Load::Failed(failure) if matches!(failure, Failure::Data(_)) || address.page == Page::Check => pages::BROKEN,
        Load::Failed(_) | Load::Waiting { .. } => part.name,
    };
    let ours = holder == part.name;
    let missing = use_other_part((!ours).then_some(holder), *turn);
    let greeted = arrived && ours && !matches!(load, Load::Waiting { .. });
    use_effect_with(greeted, |greeted| {
        if *greeted {
            browser::window().scroll_to_with_x_and_y(0.0, 0.0);
            browser::on_frame(|| browser::focus("main h1"));
        }
    });
    {
        // An address without a language, or with one the file is not written in, replaces itself.
        let (dispatch, address) = (dispatch.clone(), Rc::clone(&address));
        let ready = matches!(load, Load::Ready(_));
        use_effect_with((ready, address.lang, lang), move |(ready, named, lang)| {
            if *ready && *named != Some(*lang) {
                dispatch.emit(Action::Go(Box::new(Address { lang: Some(*lang), ..(*address).clone() })));
            }
        });
    }
    use_effect_with(lang, |lang| browser::set_root("lang", lang.tag()));
    let shown_theme = use_state_eq(|| Theme::Light);
    {
        let shown_theme = shown_theme.clone();
        use_effect_with(theme, move |theme| {
            let theme = theme.unwrap_or_else(browser::preferred_theme);
            browser::set_root("data-theme", theme.word());
            shown_theme.set(theme);
        });
    }
    let retry = use_callback(turn, |(), turn| turn.set(**turn + 1));
    let table = words::of(lang);
    let asked = address.query.data.clone().unwrap_or_else(|| DATA.to_owned());
    let waiting = |slow: bool| {
        html! {
            <main class="boot" aria-busy="true">
                <p role="status">{ if slow { words::fill(table.failed_slow, &[&asked]) } else { table.loading.to_owned() } }</p>
                if slow {
                    <button class="btn" onclick={retry.reform(|_: MouseEvent| ())}>{ table.retry }</button>
                }
            </main>
        }
    };
    let page = match &load {
        Load::Ready(library) if ours => (part.shown)(library, &address, lang, opened),
        _ if missing => failed(&Failure::Part, &asked, &address, lang, &retry),
        Load::Ready(_) => waiting(false),
        Load::Failed(Failure::Data(findings)) => match part.broken {
            Some(broken) => broken(findings, &asked, &address, lang, &retry),
            None => waiting(false),
        },
        Load::Failed(failure) => failed(failure, &asked, &address, lang, &retry),
        Load::Waiting { slow } => waiting(*slow),
    };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            if let Load::Ready(library) = load {
                <ContextProvider<Library> context={library.clone()}>
                    { shell::around(&address, lang, *shown_theme, page) }
                </ContextProvider<Library>>
            } else {
                { page }
            }
        </ContextProvider<Dispatch>>
    }
}
