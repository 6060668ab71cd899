//! The checker where there is no file of the site to show.

use yew::prelude::*;

use super::loading::{Failure, Load, untitled};
use crate::{
    model::{Catalog, Lang, Lens, Site},
    search::Index,
    ui::context::{Library, Loaded, Shared},
    view::Page,
};

/// A library that holds nothing, but speaks every language of the interface, and knows what was found in the file that failed.
fn nothing(failure: &Failure) -> Library {
    let site = Site { title: untitled(), languages: Lang::ALL.to_vec(), ..Site::default() };
    // Every page may ask for the first lens.
    let lens = Lens::of_flow(&Catalog::default());
    let catalog = Catalog { site, lenses: vec![lens], ..Catalog::default() }.indexed();
    let findings = if let Failure::Data(findings) = failure { findings.clone() } else { Vec::new() };
    let (index, folder) = (Index::default(), String::new());
    Shared::new(Loaded { catalog, findings, set_aside: 0, folder, index })
}

/// What is shown of a load. The checker needs no file of the site: where that failed, a file of one's own can be opened in it all the same.
#[hook]
pub(super) fn use_checker(load: Load, page: &Page) -> Load {
    let failure = match &load {
        Load::Failed(failure) if *page == Page::Check => Some(failure.clone()),
        _ => None,
    };
    let empty = use_memo(failure, |failure| failure.as_ref().map(nothing));
    (*empty).clone().map_or(load, Load::Ready)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load, model::LensIx, view::Address, words};

    #[test]
    fn the_checker_is_there_without_a_file_in_every_language_and_tells_what_was_found_in_it() {
        let broken = load::load(b"{").findings;
        assert_eq!(broken.len(), 1);
        for (failure, found) in [(Failure::Missing, 0), (Failure::Data(broken), 1)] {
            let library = nothing(&failure);
            assert_eq!(library.findings.len(), found);
            assert_eq!(library.catalog.site.languages, Lang::ALL);
            for lang in Lang::ALL {
                let address = Address::parse("en/check", "");
                let title = crate::ui::pages::title(&library, &address, lang);
                assert_eq!(title, words::of(lang).check_title);
            }
            assert_eq!(library.catalog.lens(LensIx(0)).count(), 0);
        }
    }
}
