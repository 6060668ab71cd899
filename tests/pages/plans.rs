//! What was only planned is drawn and told as that wherever it stands.

use scraper::Html as Document;
use serde_json::{Value, json};
use taste::{
    model::{Lang, LensIx},
    ui::{
        context::{Library, Shared},
        map::legend::Legend,
    },
};
use yew::{LocalServerRenderer, prelude::*};

use super::stand::{DISTRICT, XIGUAN, all, drawn, library, library_of, map, now, page};

/// The small district with an entity and a link that leads to it, planned or not.
fn planned(is: bool) -> Library {
    let path = format!("{}/{DISTRICT}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut file: Value = serde_json::from_str(&text).expect("it is JSON");
    let of = |record: &Value, key: &str, id: &str| record[key] == id;
    let entities = file["entities"].as_array_mut().expect("it has entities");
    let entity = entities.iter_mut().find(|record| of(record, "id", "kipper")).expect("it is there");
    entity["planned"] = json!(is);
    let links = file["links"].as_array_mut().expect("it has links");
    let link = links.iter_mut().find(|record| of(record, "to", "kipper")).expect("something leads there");
    assert!(of(link, "from", "smokehouse"));
    link["planned"] = json!(is);
    link["evidence"] = json!("documented");
    link["sources"] = json!(["log"]);
    library_of(file.to_string().as_bytes())
}

#[test]
fn on_the_map_a_plan_is_broken_at_rest_and_in_a_trace() {
    for is in [false, true] {
        let library = planned(is);
        let kipper = library.catalog.find("kipper");
        for focus in [None, kipper] {
            let body = now(map(&library, "en/chain", focus, None));
            let of = |selector: &str| all(&body, selector).len();
            assert_eq!(of("[data-from=smokehouse][data-to=kipper]"), 1);
            assert_eq!(of("[data-from=smokehouse][data-to=kipper][data-planned]"), usize::from(is));
            assert_eq!(of("[data-entity=kipper][data-planned]"), usize::from(is));
            assert_eq!(of("[data-planned]"), 2 * usize::from(is), "nothing else is");
        }
        // Where it is lit, broken water lies on paper, not on ink.
        let body = now(map(&library, "en/chain", kipper, None));
        let beds = all(&body, ".lines--lit .bed");
        let path = |selector: &str| all(&body, selector)[0].attr("d").map(str::to_owned);
        let water = path("[data-from=smokehouse][data-to=kipper]");
        assert_eq!(beds.iter().any(|bed| bed.attr("d") == water.as_deref()), is);
        let spoken = all(&body, "[data-entity=kipper]")[0].attr("aria-label").unwrap_or_default().to_owned();
        assert_eq!(spoken.contains("planned"), is, "{spoken}");
    }
}

#[test]
fn list_panel_and_page_say_in_words_that_something_was_only_planned() {
    let counted = |library: &Library, path: &str, selector: &str, word: &str| -> usize {
        let body = now(page(library, path));
        all(&body, selector).iter().filter(|tag| tag.text().collect::<String>() == word).count()
    };
    for is in [false, true] {
        let library = planned(is);
        for (lang, word) in [("en", "planned"), ("zh-Hant", "計劃"), ("zh-Hans", "计划")] {
            let count = |path: &str, selector: &str| counted(&library, &format!("{lang}/{path}"), selector, word);
            let expected = usize::from(is);
            assert_eq!(count("chain?view=list", "tr[data-entity=kipper] th .tag--planned"), expected, "{lang}");
            assert_eq!(count("chain?view=list", "[data-from=smokehouse][data-to=kipper] .tag--planned"), 2 * expected);
            assert_eq!(count("entity/kipper", ".entity__kind .tag--planned"), expected, "{lang}");
            assert_eq!(count("entity/kipper", "summary .tag--planned"), expected, "{lang}");
            assert_eq!(count("entity/smokehouse", ".entity__kind .tag--planned"), 0, "{lang}");
            assert_eq!(count("chain?focus=kipper", ".entity__kind .tag--planned"), expected, "{lang}");
        }
    }
}

#[derive(Properties, PartialEq)]
struct LegendProps {
    library: Library,
    #[prop_or(LensIx(0))]
    lens: LensIx,
    lang: Lang,
}

/// The legend of a whole lens.
#[component]
fn WholeLegend(props: &LegendProps) -> Html {
    let LegendProps { library, lens, lang } = props;
    let drawing = Shared::new(drawn(&library.catalog, *lens, *lang));
    html! {
        <ContextProvider<Library> context={library.clone()}><Legend {drawing} lens={*lens} lang={*lang} /></ContextProvider<Library>>
    }
}

#[test]
fn the_legend_explains_the_broken_line_where_there_is_one() {
    for (is, lang, word) in [(true, Lang::En, "planned"), (true, Lang::ZhHant, "計劃"), (false, Lang::En, "planned")]
    {
        let props = LegendProps { library: planned(is), lens: LensIx(0), lang };
        let html = now(LocalServerRenderer::<WholeLegend>::with_props(props).hydratable(false).render());
        let items = Document::parse_fragment(&html);
        let told = all(&items, ".legend__item").iter().any(|item| item.text().collect::<String>() == word);
        assert_eq!(told, is, "{lang:?}: {html}");
    }
}

#[test]
fn kinds_of_link_with_one_mark_stand_behind_one_sample_of_it() {
    let library = library(XIGUAN);
    let of = |lens: &taste::model::Lens| lens.id.as_str() == "governance";
    let lens = LensIx::from(library.catalog.lenses.iter().position(of).expect("it is in the file"));
    let props = LegendProps { library, lens, lang: Lang::En };
    let html = now(LocalServerRenderer::<WholeLegend>::with_props(props).hydratable(false).render());
    let legend = Document::parse_fragment(&html);
    let words = |item: &scraper::ElementRef<'_>| item.text().collect::<String>();
    let told: Vec<String> = all(&legend, ".legend__kinds > span").iter().map(words).collect();
    assert!(told.contains(&"guides, sets the standard for, awards, protects, promotes".to_owned()), "{told:?}");
    let samples = all(&legend, ".legend__kinds .sample path");
    let mut marks: Vec<_> = samples.iter().map(|sample| (sample.attr("class"), sample.attr("d"))).collect();
    let all_of_them = marks.len();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), all_of_them, "no sample is shown twice");
}
