//! Titles of documents, by which a reader tells the entries of the history from each other.

use std::collections::BTreeSet;

use taste::{
    model::Lang,
    ui::{context::Library, pages},
    view::Address,
};

use super::stand::{DISTRICT, XIGUAN, library};

fn title(library: &Library, path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let here = Address::parse(path, query);
    pages::title(library, &here, here.lang.unwrap_or(Lang::En))
}

#[test]
fn the_place_map_is_titled_by_what_is_selected_and_says_that_there_is_no_such_thing() {
    let library = library(XIGUAN);
    for (path, said) in [
        ("en/places", "Places · "),
        ("en/places?focus=pan-xi&street=en-ning-lu", "Panxi"),
        ("en/places?street=en-ning-lu", "Enning Road · Places · "),
        ("zh-Hant/places?street=en-ning-lu", "恩寧路 · "),
        ("en/places?street=nowhere", "Places · "),
        ("en/places?focus=ghost", "Not found · "),
        ("zh-Hant/places?focus=ghost", "未見 · "),
    ] {
        assert!(title(&library, path).starts_with(said), "{path}: {}", title(&library, path));
    }
}

#[test]
fn every_lens_of_the_chain_has_a_title_of_its_own_whether_as_map_list_or_trace() {
    for file in [XIGUAN, DISTRICT] {
        let library = library(file);
        let catalog = &library.catalog;
        let focus = &catalog.entity(catalog.site.start.as_ref().expect("it has a first view").focus).id;
        for lang in Lang::ALL {
            let mut titles = BTreeSet::new();
            for more in [String::new(), "&view=list".to_owned(), format!("&focus={focus}")] {
                for lens in &catalog.lenses {
                    let title = title(&library, &format!("{}/chain?lens={}{more}", lang.tag(), lens.id));
                    assert!(titles.insert(title.clone()), "{file}: {title} twice");
                }
            }
            let unknown = title(&library, &format!("{}/chain?lens=ghost", lang.tag()));
            assert_eq!(unknown, title(&library, &format!("{}/chain", lang.tag())), "the first lens is shown");
        }
    }
    assert_eq!(title(&library(XIGUAN), "en/chain?focus=ghost"), title(&library(XIGUAN), "en/entity/ghost"));
}
