//! The heads of the folds above a map.

use taste::{
    model::{EntityIx, Lang, LensIx},
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

#[test]
fn of_a_chain_alone_that_is_drawn_close_no_name_of_a_fold_reaches_into_the_sign_of_the_next() {
    /// From the beginning of a fold to its sign, shut or open.
    const SIGNS: (f32, f32) = (10.0, 21.0);
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let dishes = catalog.each_entity().filter(|(_, record)| catalog.kinds[record.kind.at()].id.as_str() == "dish");
    let dishes: Vec<(EntityIx, String)> = dishes.map(|(dish, record)| (dish, record.id.to_string())).collect();
    let names = scraper::Selector::parse(".head__name").expect("a selector");
    let mut small = 0;
    for (dish, id) in dishes {
        for lang in [Lang::En, Lang::ZhHant] {
            let drawing = stand::alone(catalog, dish, LensIx(0), lang);
            let path = format!("{}/chain?focus={id}&only=1", lang.tag());
            let map = now(stand::map(&library, &path, Some(dish), None));
            let heads = all(&map, "[data-part=head]");
            for ((head, fold), next) in heads.iter().zip(&drawing.folds).zip(drawing.folds.iter().skip(1)) {
                for line in head.select(&names) {
                    let is_small = line.attr("class").is_some_and(|class| class.contains("head__name--small"));
                    small += usize::from(is_small);
                    let left: f32 = line.attr("x").and_then(|x| x.parse().ok()).expect("it has a place");
                    let text: String = line.text().collect();
                    let right = left + labels::width(text.trim(), if is_small { 10.5 * 1.06 } else { BOLD });
                    let sign = if next.closed { SIGNS.0 } else { SIGNS.1 };
                    assert!(right <= fold.extent * NARROWED + sign, "{id} {lang:?}: {text} of {}", fold.extent);
                }
            }
        }
    }
    assert!(small > 0, "some fold is too narrow for its name");
}
