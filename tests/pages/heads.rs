//! The heads of the folds above a map.

use taste::{
    model::{Lang, LensIx},
    ui::map::NARROWED,
    view::labels,
};

use super::stand::{self, DISTRICT, XIGUAN, all, library, now};

/// Size of a name and how much wider its bold type is than is reckoned.
const BOLD: f32 = 13.0 * 1.06;

#[test]
fn a_name_ends_before_the_head_of_the_next_fold_where_the_map_opens_smallest() {
    for file in [XIGUAN, DISTRICT] {
        let library = library(file);
        let catalog = &library.catalog;
        for (at, lens) in catalog.lenses.iter().enumerate() {
            for lang in Lang::ALL {
                let drawing = stand::drawn(catalog, LensIx::from(at), lang);
                let map = now(stand::map(&library, &format!("{}/chain?lens={}", lang.tag(), lens.id), None, None));
                let heads = all(&map, "[data-part=head]");
                assert_eq!(heads.len(), drawing.folds.len());
                for (place, (head, fold)) in heads.iter().zip(&drawing.folds).enumerate() {
                    let names = scraper::Selector::parse(".head__name").expect("a selector");
                    let lines: Vec<_> = head.select(&names).collect();
                    let said: String = lines.iter().flat_map(scraper::ElementRef::text).collect();
                    let name = lens.columns[place].name.words(lang);
                    assert_eq!(said.split_whitespace().collect::<Vec<_>>().join(" "), name, "the whole name is set");
                    for line in &lines {
                        let left: f32 = line.attr("x").and_then(|x| x.parse().ok()).expect("it has a place");
                        let text: String = line.text().collect();
                        let right = left + labels::width(text.trim(), BOLD);
                        assert!(right <= fold.extent * NARROWED, "{file} {} {lang:?}: {text}", lens.id);
                    }
                }
            }
        }
    }
}
