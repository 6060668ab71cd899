//! Where a reader left a story: kept by the browser, for each data file and story, where it keeps anything.

use yew::prelude::*;

use crate::{
    ui::{
        browser,
        context::{Here, Library},
    },
    view::reading::{Progress, record},
};

fn kept(name: &str) -> Progress {
    browser::kept(name).map_or_else(Progress::default, |kept| Progress::parse(&kept))
}

/// The step at which the reader left this story before, and keeps where one is now. Without a name nothing is kept or offered.
#[hook]
pub(super) fn use_progress(name: Option<String>, step: u32, steps: u32) -> Option<u32> {
    let left = use_state_eq(|| None::<u32>);
    {
        // Read once for each story, before anything of this visit is kept.
        let left = left.clone();
        use_effect_with((name.clone(), steps), move |(name, steps)| {
            left.set(name.as_deref().and_then(|name| kept(name).resume(*steps)));
        });
    }
    use_effect_with((name, step, steps), |(name, step, steps)| {
        let Some(name) = name else { return };
        let before = kept(name);
        let after = before.after(*step, *steps);
        if after != before {
            browser::keep(name, &after.write());
        }
    });
    *left
}

/// How far the reader came in each story, in the order of the file; nothing on a museum screen, which has many readers.
#[hook]
pub(in crate::ui::pages) fn use_all_progress(library: &Library, here: &Here) -> Vec<Progress> {
    let all = use_state_eq(Vec::new);
    {
        let all = all.clone();
        let of = (library.clone(), here.query.data.clone(), here.query.kiosk);
        use_effect_with(of, move |(library, data, kiosk)| {
            let stories = library.catalog.stories.iter().filter(|_| !kiosk);
            all.set(stories.map(|story| kept(&record(data.as_deref(), story.id.as_str()))).collect());
        });
    }
    (*all).clone()
}
