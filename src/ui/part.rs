//! The parts of the app: what the opening page needs, and all other pages. Each is a program of its own, made of the same
//! components, and is fetched when one of its pages is first opened; one of them is mounted at a time.
//!
//! They know of each other by events of the window alone: `part` asks for a part by name, which `parts.js` answers by fetching
//! it where it is not there yet; `part-here` says that a part is about to mount, upon which the one before it leaves;
//! `part-missing` says that a part could not be fetched. What a part has fetched of the data it leaves in the document for the
//! others, so that a file is fetched once.

use std::fmt;

use gloo::events::EventListener;
use yew::prelude::*;

use super::{
    browser,
    context::{Here, Library},
};
use crate::{check::Finding, model::Lang};

/// Asks for a part.
pub const ASK: &str = "part";
/// Says that a part is about to mount.
pub const ARRIVED: &str = "part-here";
/// Says that a part could not be fetched.
pub const MISSING: &str = "part-missing";

/// How a part shows a file of which nothing can be used: its findings, and a way to try again.
pub type Broken = fn(&[Finding], &str, &Here, Lang, &Callback<()>) -> Html;

/// A part of the app.
pub struct Part {
    /// Its name, in events and in the names of its files.
    pub name: &'static str,
    /// Shows an address of a page that it holds; on a museum screen it is told as well with which one that was opened.
    pub shown: fn(&Library, &Here, Lang, Option<&Here>) -> Html,
    /// Shows a file of which nothing can be used; `None` leaves that to [`super::pages::BROKEN`].
    pub broken: Option<Broken>,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Asks for another part of the app while one is wanted; whether it could not be fetched.
#[hook]
pub fn use_other_part(wanted: Option<&'static str>, turn: u32) -> bool {
    let missing = use_state_eq(|| false);
    {
        let missing = missing.clone();
        use_effect_with((wanted, turn), move |(wanted, _)| {
            missing.set(false);
            let listener = wanted.map(|name| {
                let listener = EventListener::new(&browser::window(), MISSING, move |_| missing.set(true));
                // This part leaves when the other one arrives, which may be at once: not while this one is being rendered.
                browser::on_frame(move || browser::tell(ASK, name));
                listener
            });
            move || drop(listener)
        });
    }
    *missing
}

#[cfg(feature = "web")]
mod mounted {
    use std::cell::RefCell;

    use gloo::events::EventListener;
    use yew::AppHandle;

    use super::{ARRIVED, ASK, Part};
    use crate::ui::{
        app::{App, AppProps},
        browser,
    };

    /// Where each part takes its memory from.
    #[cfg(target_arch = "wasm32")]
    #[global_allocator]
    static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    thread_local! {
        /// The mounted app with its place in the document, while this part is the one that is shown.
        static MOUNTED: RefCell<Option<(AppHandle<App>, web_sys::Element)>> = const { RefCell::new(None) };
    }

    /// Starts a part: mounts it, and again whenever it is asked for.
    pub fn start(part: &'static Part) {
        mount(part, false);
        EventListener::new(&browser::window(), ASK, move |event| {
            if browser::detail(event).as_deref() == Some(part.name) {
                mount(part, true);
            }
        })
        .forget();
        EventListener::new(&browser::window(), ARRIVED, move |event| {
            if browser::detail(event).as_deref() != Some(part.name) {
                leave();
            }
        })
        .forget();
    }

    fn mount(part: &'static Part, again: bool) {
        if MOUNTED.with_borrow(Option::is_some) {
            return;
        }
        let Some(root) = browser::document().get_element_by_id("app") else { return };
        browser::tell(ARRIVED, part.name);
        // Another part leaves nothing behind; what stands there before the first one is the static page.
        let arrived = again || root.first_element_child().is_none();
        root.set_inner_html("");
        let Ok(place) = browser::document().create_element("div") else { return };
        if root.append_child(&place).is_err() {
            return;
        }
        let props = AppProps { part, start: browser::here(), preferred: browser::preferred_lang(), arrived };
        let handle = yew::Renderer::<App>::with_root_and_props(place.clone(), props).render();
        MOUNTED.set(Some((handle, place)));
    }

    fn leave() {
        if let Some((handle, place)) = MOUNTED.take() {
            // The part that arrives reads where the reader is from the address bar.
            browser::flush_history();
            handle.destroy();
            place.remove();
        }
    }
}

#[cfg(feature = "web")]
pub use mounted::start;
