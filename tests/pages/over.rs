//! One lens laid over another, as readers see it: the cord on the map, the words in the list, who vouches, what hangs on a brand.

use std::collections::BTreeSet;

use taste::{
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx},
    trace::{self, Request},
    ui::context::Library,
    view::over::{self, Laid, Over},
};

use super::stand::{self, DISTRICT, XIGUAN, all, library, now};

fn published() -> Library {
    library(XIGUAN)
}

/// The first lens of the published file with the one that can be laid over it.
fn laid(catalog: &Catalog) -> Laid {
    let over = over::lenses(catalog, LensIx(0))[0];
    Laid { over, base: LensIx(0), year: None, evidence: EvidenceSet::ALL }
}

fn page(library: &Library, path: &str) -> scraper::Html {
    now(stand::page(library, path))
}

/// The map, with the trace of an entity, and the other lens laid over it or not.
fn drawn(library: &Library, path: &str, focus: Option<EntityIx>, is_laid: bool) -> scraper::Html {
    now(stand::map(library, path, focus, is_laid.then(|| laid(&library.catalog))))
}

fn count(document: &scraper::Html, selector: &str) -> usize {
    all(document, selector).len()
}

fn words(element: scraper::ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of an attribute of all elements that a selector finds.
fn values(document: &scraper::Html, selector: &str, attribute: &str) -> BTreeSet<String> {
    all(document, selector).iter().filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

fn ids(catalog: &Catalog, wanted: impl Fn(EntityIx) -> bool) -> BTreeSet<String> {
    catalog.each_entity().filter(|(entity, _)| wanted(*entity)).map(|(_, record)| record.id.to_string()).collect()
}

#[test]
fn what_can_be_laid_over_is_offered_and_nothing_where_the_file_has_no_cord() {
    let published = published();
    let over = &published.catalog.lens(laid(&published.catalog).over).id;
    for (path, laid) in [("en/chain".to_owned(), "false"), (format!("en/chain?over={over}"), "true")] {
        let pressed = values(&page(&published, &path), ".overs button", "aria-pressed");
        assert_eq!(pressed, BTreeSet::from([laid.to_owned()]), "{path}");
    }
    assert_eq!(count(&page(&published, &format!("en/chain?lens={over}")), ".overs"), 0, "not over itself");
    let quay = library(DISTRICT);
    for path in ["en/chain", "en/chain?over=masters", "en/chain?over=none"] {
        assert_eq!(count(&page(&quay, path), ".overs, .over__legend, .over"), 0, "{path}");
    }
    assert_eq!(count(&page(&quay, "en/entity/kipper"), ".over"), 0);
}

#[test]
fn the_cord_has_a_knot_for_each_touched_box_and_in_a_trace_for_each_lit_one() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let shown = |entity| catalog.lens(LensIx(0)).column_of(entity).is_some();

    let plain = drawn(&library, "en/chain", None, false);
    assert_eq!((count(&plain, ".cord__knot"), count(&plain, ".cord__silk")), (0, 0));
    let whole = drawn(&library, "en/chain", None, true);
    let knots = values(&whole, ".cord__knot", "data-knot");
    assert_eq!(knots, ids(catalog, |entity| shown(entity) && over.touches(entity)));

    let focus = catalog.site.start.as_ref().map(|start| start.focus).expect("it has a first view");
    let lit = trace::run(
        catalog,
        Request { focus, up: Depth::All, down: Depth::All, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL },
    );
    let traced = drawn(&library, "en/chain", Some(focus), true);
    let strung = values(&traced, ".cord__knot", "data-knot");
    assert_eq!(strung, ids(catalog, |entity| lit.part(entity).is_lit() && over.touches(entity)));
    assert!(strung.len() < knots.len());
}

#[test]
fn those_who_are_read_to_hear_who_touches_a_box() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let heard = |document: &scraper::Html, said: &str| -> BTreeSet<String> {
        let labelled = all(document, "[data-entity]");
        let told = labelled.iter().filter(|element| element.attr("aria-label").unwrap_or_default().contains(said));
        told.filter_map(|element| element.attr("data-entity")).map(str::to_owned).collect()
    };
    for (lang, said) in [("en", "touched by "), ("zh-Hans", "连到此处的有"), ("zh-Hant", "連到此處的有")] {
        let map = drawn(&library, &format!("{lang}/chain"), None, true);
        assert_eq!(heard(&map, said), ids(catalog, |entity| over.touches(entity)), "{lang}");
        let map = drawn(&library, &format!("{lang}/chain"), None, false);
        assert!(heard(&map, said).is_empty(), "{lang}");
    }
}

#[test]
fn the_list_says_in_words_what_the_cord_says() {
    let library = published();
    let catalog = &library.catalog;
    let laid = laid(catalog);
    let over = Over::new(catalog, laid);
    let lens = &catalog.lens(laid.over).id;
    let listed = page(&library, &format!("en/chain?view=list&over={lens}"));
    assert_eq!(values(&listed, "tr:has(.row__over)", "data-entity"), ids(catalog, |entity| over.touches(entity)));
    for row in all(&listed, "tr:has(.row__over)") {
        let entity = row.attr("data-entity").and_then(|id| catalog.find(id)).expect("it is known");
        let who = over.of(entity).iter().map(|touch| catalog.entity(touch.who).name.full.words(Lang::En));
        who.for_each(|who| assert!(words(row).contains(who), "{who} in {}", words(row)));
    }
    assert_eq!(count(&page(&library, "en/chain?view=list"), ".row__over"), 0);
}

#[test]
fn a_dish_names_who_vouches_for_what_comes_to_it() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let lens = &catalog.lens(over.laid.over).id;
    let last = |entity| catalog.lens(LensIx(0)).column_of(entity);
    let most = catalog
        .each_entity()
        .filter(|(entity, _)| last(*entity).is_some())
        .max_by_key(|(entity, _)| over::vouchers(catalog, &over, *entity).len())
        .map(|(entity, _)| entity)
        .expect("something has vouchers");
    let vouchers = over::vouchers(catalog, &over, most);
    assert!(!vouchers.is_empty());
    let id = &catalog.entity(most).id;
    for path in [format!("en/entity/{id}"), format!("en/chain?focus={id}&over={lens}")] {
        let told = page(&library, &path);
        let folds = all(&told, "[data-part=vouches] .over__fold");
        assert_eq!(folds.len(), vouchers.len(), "{path}");
        for (fold, voucher) in folds.iter().zip(&vouchers) {
            let said = words(*fold);
            let named = [voucher.touched].into_iter().chain(over.of(voucher.touched).iter().map(|touch| touch.who));
            for entity in named.chain(voucher.goods.iter().take(3).copied()) {
                let name = catalog.entity(entity).name.full.words(Lang::En);
                assert!(said.contains(name), "{name} in {said}");
            }
        }
    }
    // While nothing is laid over the map, the panel shows the way to it instead.
    let beside = page(&library, &format!("en/chain?focus={id}"));
    assert_eq!((count(&beside, "[data-part=vouches]"), count(&beside, ".over__way a")), (0, 1));
}

#[test]
fn what_a_panel_tells_of_touches_it_does_not_repeat_among_the_other_ties() {
    let library = published();
    let catalog = &library.catalog;
    let laid = laid(catalog);
    let mut told_once = 0;
    for (entity, record) in catalog.each_entity() {
        let own = over::own_links(catalog, &laid, entity);
        if own.is_empty() {
            continue;
        }
        let page = page(&library, &format!("en/entity/{}", record.id));
        let ties = catalog.graph.reaching(entity).len() + catalog.graph.leaving(entity).len();
        let others = count(&page, ".tie") - count(&page, ".over .tie");
        assert_eq!(others, ties - own.len(), "{}", record.id);
        let said = all(&page, ".over").into_iter().map(words).collect::<String>();
        for link in own {
            let (source, target) = catalog.ends(catalog.link(link));
            let other = catalog.entity(if source == entity { target } else { source });
            assert!(said.contains(other.name.full.words(Lang::En)), "{} of {}", other.id, record.id);
            told_once += 1;
        }
    }
    assert!(told_once > 0, "the published file has touches");
}

#[test]
fn a_brand_lists_every_house_downstream_and_says_how_many() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let lens = &catalog.lens(over.laid.over).id;
    let mut told_of_houses = 0;
    for (entity, record) in catalog.each_entity().filter(|(entity, _)| over.laid.is_above(catalog, *entity)) {
        let reach = over::reach(catalog, &over, entity);
        let told = page(&library, &format!("en/entity/{}", record.id));
        let folds = all(&told, "[data-part=reaches] .over__fold");
        assert_eq!(folds.len(), reach.downstream.len(), "{}", record.id);
        for (fold, (place, entities)) in folds.iter().zip(&reach.downstream) {
            assert_eq!(fold.attr("data-column"), Some(catalog.lens(LensIx(0)).columns[*place].id.as_str()));
            assert!(words(*fold).contains(&format!(" {} ", entities.len())), "{}", words(*fold));
            let links = fold.select(&scraper::Selector::parse("a").expect("a selector")).count();
            assert_eq!(links, entities.len(), "{}", record.id);
            told_of_houses += links;
        }
    }
    assert!(told_of_houses > 0);
    // On the map of the upper lens the panel tells the same.
    let (id, _) = catalog
        .each_entity()
        .filter(|(entity, _)| over.laid.is_above(catalog, *entity))
        .map(|(entity, record)| (record.id.clone(), over::reach(catalog, &over, entity).downstream.len()))
        .max_by_key(|(_, columns)| *columns)
        .expect("the upper lens has entities");
    let beside = page(&library, &format!("en/chain?lens={lens}&focus={id}"));
    assert!(count(&beside, "[data-part=reaches] .over__fold") > 0);
}

#[test]
fn who_reaches_nothing_by_name_is_not_said_to_reach_nobody() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let mut without = 0;
    for (entity, record) in catalog.each_entity().filter(|(entity, _)| over.laid.is_above(catalog, *entity)) {
        let named = !over::reach(catalog, &over, entity).touched.is_empty();
        let told = page(&library, &format!("en/entity/{}", record.id));
        let none: String = all(&told, "[data-part=reaches] .none").into_iter().map(words).collect();
        assert_eq!(none, if named { "" } else { "No named market, street or house on record." }, "{}", record.id);
        without += usize::from(!named);
    }
    assert!(without > 0, "the published file has such");
}

#[test]
fn what_something_is_touched_through_is_told_in_the_list_and_in_the_panel() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let lens = &catalog.lens(over.laid.over).id;
    let listed = page(&library, &format!("en/chain?view=list&over={lens}"));
    let mut told = 0;
    for (entity, record) in catalog.each_entity().filter(|(entity, _)| over.touches(*entity)) {
        let through = over.of(entity).iter().filter_map(|touch| touch.through);
        let through: Vec<String> =
            through.map(|place| format!("through {}", catalog.entity(place).name.full.words(Lang::En))).collect();
        let row: String =
            all(&listed, &format!("tr[data-entity={}] .row__over", record.id)).into_iter().map(words).collect();
        assert!(through.iter().all(|through| row.contains(through)), "{through:?} in {row}");
        let own = page(&library, &format!("en/entity/{}", record.id));
        let ties = "[data-part=vouches] > ul:first-of-type > li > .tie";
        assert_eq!(count(&own, ties), over.of(entity).len(), "{}", record.id);
        let said: Vec<String> = all(&own, &format!("{ties} > .over__through")).into_iter().map(words).collect();
        assert_eq!(said, through, "{}", record.id);
        told += through.len();
    }
    assert!(told > 0);
}

#[test]
fn each_touch_reads_from_the_end_of_whom_it_is_told_and_says_that_it_rates_nobody() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let (entity, record) = catalog
        .each_entity()
        .find(|(entity, _)| over.of(*entity).iter().any(|touch| touch.through.is_none()))
        .expect("something is touched itself");
    let touch = over.of(entity)[0];
    let link = catalog.link(touch.link);
    let kind = catalog.link_kind(link.kind);
    let read = |from: bool| if from { kind.name.words(Lang::En) } else { kind.reverse.words(Lang::En) };
    assert_ne!(read(true), read(false));
    let below = page(&library, &format!("en/entity/{}", record.id));
    let first = |document: &scraper::Html, part: &str| -> String {
        all(document, &format!("[data-part={part}] > ul:first-of-type .tie summary"))
            .into_iter()
            .map(words)
            .next()
            .unwrap_or_default()
    };
    assert!(first(&below, "vouches").contains(read(link.from == entity)), "{}", record.id);
    let who = &catalog.entity(touch.who).id;
    let above = page(&library, &format!("en/entity/{who}"));
    let ties = all(&above, "[data-part=reaches] > ul:first-of-type > li");
    let tie = ties.into_iter().map(words).find(|tie| tie.contains(record.name.full.words(Lang::En)));
    assert!(tie.is_some_and(|tie| tie.contains(read(link.from == touch.who))), "{who}");
    for (document, part) in [(&below, "vouches"), (&above, "reaches")] {
        let note: String = all(document, &format!("[data-part={part}] .over__note")).into_iter().map(words).collect();
        assert!(note.ends_with("it rates no business."), "{note}");
    }
}

#[test]
fn the_switch_is_on_while_it_is_laid_over_and_the_legend_says_through_how_many_of_all_the_cord_runs_here() {
    let library = published();
    let catalog = &library.catalog;
    let over = Over::new(catalog, laid(catalog));
    let record = catalog.lens(over.laid.over);
    let focus = &catalog.entity(catalog.site.start.as_ref().expect("it has a first view").focus).id;
    for (query, on) in [(String::new(), "false"), (format!("&over={}", record.id), "true")] {
        let document = page(&library, &format!("en/chain?view=list&focus={focus}&up=all&down=all&only=1{query}"));
        assert_eq!(all(&document, ".overs button")[0].attr("aria-pressed"), Some(on));
        let here = count(&document, "tr:has(.row__over)");
        let said: Vec<String> = all(&document, ".over__strung").into_iter().map(words).collect();
        if on == "true" {
            assert!(0 < here && here < over.count());
            let name = record.name.words(Lang::En);
            assert_eq!(said, [format!("{name}: one cord through {here} of {}", over.count())]);
        } else {
            assert!(said.is_empty());
        }
    }
}
