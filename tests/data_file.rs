//! The data file that is published: whole, canonical, and described by the schema beside it.
#![cfg(feature = "curate")]

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;
use taste::{
    check::Severity,
    load::{load, schema},
    model::{Catalog, Dated, Entity, EntityIx, Evidence, Lang, LensColour, LinkIx, LinkMark},
    view::timeline,
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");

fn catalog() -> Catalog {
    let bytes = std::fs::read(FILE).unwrap_or_else(|error| panic!("{error}"));
    let loaded = load(&bytes);
    let wrong: Vec<_> = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(loaded.set_aside, 0);
    loaded.catalog.unwrap_or_default()
}

#[test]
fn the_schema_beside_the_data_is_the_one_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.schema.json");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    let mut current = serde_json::to_string_pretty(&schema::schema()).unwrap_or_default();
    current.push('\n');
    assert!(written == current, "write it anew: curate schema > data/xiguan.schema.json");
}

#[test]
fn the_file_is_in_its_canonical_layout() {
    let output = Command::new(env!("CARGO_BIN_EXE_curate")).args(["fmt", "--check", FILE]).output();
    assert_eq!(output.map(|output| output.status.code()).ok().flatten(), Some(0), "run: curate fmt data/xiguan.json");
}

#[test]
fn the_district_is_as_rich_as_it_is_told_to_be() {
    let catalog = catalog();
    let flows = catalog.links.iter().filter(|link| catalog.link_kind(link.kind).flow).count();
    assert!(catalog.entities.len() >= 310, "{}", catalog.entities.len());
    assert!(flows >= 400, "{flows}");
    assert_eq!(catalog.stages.len(), 7);
    for (place, stage) in catalog.stages.iter().enumerate() {
        let here = catalog.entities.iter().filter(|entity| entity.stage.is_some_and(|at| at.at() == place)).count();
        assert!(here >= 5, "{}: {here}", stage.id);
    }
}

/// The entities of a kind of the file.
fn of_kind<'a>(catalog: &'a Catalog, kind: &str) -> Vec<(EntityIx, &'a Entity)> {
    let at = catalog.kinds.iter().position(|record| record.id.as_str() == kind).unwrap_or_else(|| panic!("no {kind}"));
    catalog.each_entity().filter(|(_, entity)| entity.kind.at() == at).collect()
}

#[test]
fn every_dish_has_a_maker_and_four_houses_in_five_stand_in_the_food_chain() {
    let catalog = catalog();
    let flows = |link: &LinkIx| catalog.link_kind(catalog.link(*link).kind).flow;
    // A craft that stands among the dishes is told as one.
    let served = catalog.stages.iter().position(|stage| stage.id.as_str() == "dish");
    let crafts = of_kind(&catalog, "craft")
        .into_iter()
        .filter(|(_, craft)| craft.stage.map(taste::model::StageIx::at) == served);
    for (dish, record) in of_kind(&catalog, "dish").into_iter().chain(crafts) {
        let made = catalog.graph.reaching(dish).iter().any(|link| {
            let link = catalog.link(*link);
            catalog.link_kind(link.kind).id.as_str() == "makes"
        });
        assert!(made, "{} has no maker", record.id);
    }
    let houses = of_kind(&catalog, "house");
    let tied = houses.iter().filter(|(house, _)| {
        let graph = &catalog.graph;
        graph.reaching(*house).iter().chain(graph.leaving(*house)).any(flows)
    });
    let (tied, all) = (tied.count(), houses.len());
    assert!(tied * 5 >= all * 4, "{tied} of {all}");
}

#[test]
fn every_house_and_dish_can_be_read_aloud_in_cantonese() {
    let catalog = catalog();
    for (_, record) in of_kind(&catalog, "house").into_iter().chain(of_kind(&catalog, "dish")) {
        assert!(record.name.jyutping.is_some(), "{}", record.id);
    }
}

#[test]
fn other_and_former_names_of_houses_and_dishes_in_chinese_have_readings_of_as_many_syllables() {
    let catalog = catalog();
    let mut read = 0;
    for (_, record) in of_kind(&catalog, "house").into_iter().chain(of_kind(&catalog, "dish")) {
        let former = record.name.former.iter().map(|former| &former.name);
        for other in record.name.aliases.iter().chain(former).filter(|other| other.spelling.tag != Lang::En.into()) {
            let syllables = other.jyutping.as_deref().map_or(0, |reading| reading.split(' ').count());
            assert_eq!(syllables, other.spelling.text.chars().count(), "{}: {}", record.id, other.spelling.text);
            assert!(record.name.editorial.iter().any(|which| &**which == "jyutping"), "{}", record.id);
            read += 1;
        }
    }
    assert!(read >= 30, "{read}");
}

#[test]
fn what_is_called_a_plan_is_marked_as_one_and_the_other_way_round() {
    let catalog = catalog();
    let calls = |text: &str| ["计划", "规划"].into_iter().any(|word| text.contains(word));
    let planned: Vec<&Entity> = catalog.entities.iter().filter(|entity| entity.planned).collect();
    assert!(planned.len() >= 6, "{}", planned.len());
    for entity in &catalog.entities {
        let name = &entity.name.full;
        let told = calls(name.words(Lang::ZhHans));
        assert_eq!(entity.planned, told, "{}: {}", entity.id, name.words(Lang::ZhHans));
        assert_eq!(entity.planned, name.words(Lang::En).contains("(planned)"), "{}", entity.id);
    }
    let mut links = 0;
    for link in &catalog.links {
        let ends = [link.from, link.to].map(|end| catalog.entity(end));
        let about = ends.iter().any(|end| end.planned);
        let told = link.text.as_ref().map_or("", |text| text.words(Lang::ZhHans));
        let begins = ["计划", "规划"].into_iter().any(|word| told.starts_with(word));
        assert!(!begins || link.planned, "{} → {}: {told}", ends[0].id, ends[1].id);
        assert!(!link.planned || about, "{} → {}", ends[0].id, ends[1].id);
        links += usize::from(link.planned);
    }
    assert!(links >= 10, "{links}");
}

#[test]
fn no_lens_counts_a_survey_as_guidance() {
    let catalog = catalog();
    let kind = catalog.link_kinds.iter().position(|kind| kind.id.as_str() == "surveyed").expect("it has its own kind");
    let record = &catalog.link_kinds[kind];
    assert!(record.mark == LinkMark::None && !record.flow);
    let surveys: Vec<_> = catalog.links.iter().filter(|link| link.kind.at() == kind).collect();
    assert_eq!(surveys.len(), 3);
    for lens in &catalog.lenses {
        assert!(surveys.iter().all(|link| !lens.follows(link.kind)), "{}", lens.id);
    }
    // Nor does any other link say the same.
    for link in &catalog.links {
        let told = link.text.as_ref().map_or("", |text| text.words(Lang::ZhHans));
        assert!(!told.contains("走访调研") || link.kind.at() == kind, "{told}");
    }
}

#[test]
fn stories_events_walks_and_pictures_are_as_many_as_they_are_told_to_be() {
    let catalog = catalog();
    assert!(catalog.links.len() >= 480, "{} links", catalog.links.len());
    assert!(catalog.events.len() >= 130, "{} events", catalog.events.len());
    assert!(catalog.stories.len() >= 20, "{} stories", catalog.stories.len());
    for story in &catalog.stories {
        assert!((3..=9).contains(&story.steps.len()), "{}: {} steps", story.id, story.steps.len());
        assert!(story.cover.is_some(), "{} has no cover", story.id);
    }
    let walks = catalog.routes.iter().filter(|route| route.stops.len() > 1).count();
    assert!(walks >= 4, "{walks} walks");
    let mut sizes: Vec<u64> = Vec::new();
    for (_, record) in catalog.each_entity() {
        let Some(picture) = &record.picture else { continue };
        let path = std::path::Path::new(FILE).with_file_name(picture.file.to_string());
        sizes.push(std::fs::metadata(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).len());
    }
    assert!(sizes.len() >= 60, "{} pictures", sizes.len());
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    assert!(median < 3072, "the middle one of the pictures has {median} bytes");
}

#[test]
fn what_flows_may_not_run_against_the_stages_by_being_called_a_supply() {
    for kind in &catalog().link_kinds {
        let id = kind.id.as_str();
        assert!(!(kind.back && ["supplies", "sells", "sells-through", "makes"].contains(&id)), "{id} runs back");
    }
}

/// The file as it is written.
fn written() -> Value {
    let bytes = std::fs::read(FILE).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// A text in all three languages, with where it stands.
struct Told {
    path: String,
    simplified: String,
    traditional: String,
    english: String,
}

/// Every text of the file that is written in more than one language.
fn told() -> Vec<Told> {
    fn look(path: &str, value: &Value, out: &mut Vec<Told>) {
        let spelt = |lang: &str| value[lang].as_str().map(str::to_owned);
        if let (Some(simplified), Some(traditional), Some(english)) = (spelt("zh-Hans"), spelt("zh-Hant"), spelt("en"))
        {
            out.push(Told { path: path.to_owned(), simplified, traditional, english });
        }
        let members = value.as_object().into_iter().flatten().map(|(key, inner)| (key.clone(), inner));
        let items = value.as_array().into_iter().flatten().enumerate().map(|(at, inner)| (at.to_string(), inner));
        for (key, inner) in members.chain(items) {
            look(&format!("{path}/{key}"), inner, out);
        }
    }
    let mut out = Vec::new();
    look("", &written(), &mut out);
    assert!(out.len() > 3000, "{}", out.len());
    out
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn every_text_is_in_the_language_and_the_script_that_it_is_said_to_be_in() {
    let told = told();
    // How often each simplified character is another one in the traditional text, and how often it is kept.
    let mut seen: BTreeMap<char, (u32, u32)> = BTreeMap::new();
    for text in told.iter().filter(|text| text.simplified.chars().count() == text.traditional.chars().count()) {
        for (simple, full) in text.simplified.chars().zip(text.traditional.chars()) {
            let (changed, kept) = seen.entry(simple).or_default();
            *if simple == full { kept } else { changed } += 1;
        }
    }
    // These are characters of either script, each in another sense.
    let slips = |c: char| {
        let (changed, kept) = seen.get(&c).copied().unwrap_or_default();
        changed > 10 * kept && !"于干准".contains(c)
    };
    for Told { path, simplified, traditional, english } in &told {
        assert!(simplified.contains(is_han) && traditional.contains(is_han), "{path} is Chinese");
        assert!(!english.contains(is_han), "{path}: {english}");
        assert!(!traditional.contains(slips), "{path}: {traditional}");
        assert!(!simplified.contains(['「', '」']) && !traditional.contains(['“', '”']), "{path}");
        for text in [simplified, traditional] {
            // Between two characters stands a Chinese sign.
            let signs: Vec<char> = text.chars().collect();
            let half = signs.windows(3).any(|at| is_han(at[0]) && ",;:?!.".contains(at[1]) && is_han(at[2]));
            assert!(!half, "{path}: {text}");
        }
    }
}

#[test]
fn the_tool_finds_nothing_wrong_with_the_file_and_its_pictures() {
    let output = Command::new(env!("CARGO_BIN_EXE_curate")).args(["check", "--strict", FILE]).output();
    let output = output.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn every_colour_of_a_drawing_is_one_of_the_page() {
    let catalog = catalog();
    let covers = catalog.stories.iter().map(|story| &story.cover);
    for picture in catalog.entities.iter().map(|entity| &entity.picture).chain(covers).flatten() {
        let path = std::path::Path::new(FILE).with_file_name(picture.file.to_string());
        let drawing = std::fs::read_to_string(&path).unwrap_or_default();
        for colour in drawing.split(['"', '\'']).collect::<Vec<_>>().windows(2) {
            let is_colour = [" fill=", " stroke="].iter().any(|name| colour[0].ends_with(name));
            assert!(
                !is_colour || colour[1] == "none" || colour[1].starts_with("var(--"),
                "{}: {colour:?}",
                picture.file
            );
        }
    }
}

#[test]
fn a_dish_names_what_it_is_made_of_but_for_the_few_of_which_nothing_is_on_record() {
    let catalog = catalog();
    let without = |dish: EntityIx| {
        let mut reaching = catalog.graph.reaching(dish).iter().map(|link| catalog.link(*link).kind);
        reaching.all(|kind| !["used-in", "supplies"].contains(&catalog.link_kind(kind).id.as_str()))
    };
    let without: Vec<&str> = of_kind(&catalog, "dish")
        .into_iter()
        .filter(|(dish, _)| without(*dish))
        .map(|(_, record)| record.id.as_str())
        .collect();
    assert!(without.len() <= 9, "{without:?}");
}

#[test]
fn the_reading_of_a_house_or_dish_has_as_many_syllables_as_its_name_and_is_said_to_be_the_editors() {
    let catalog = catalog();
    for (_, record) in of_kind(&catalog, "house").into_iter().chain(of_kind(&catalog, "dish")) {
        let name = record.name.full.words(Lang::ZhHant);
        // What stands in brackets, such as which branch it is, is not read.
        let read = name.split('（').next().unwrap_or_default().chars().filter(|c| is_han(*c)).count();
        let syllables = record.name.jyutping.as_deref().map_or(0, |reading| reading.split(' ').count());
        assert_eq!(syllables, read, "{}: {name}", record.id);
        assert!(record.name.editorial.iter().any(|which| &**which == "jyutping"), "{}", record.id);
    }
}

#[test]
fn what_sources_disagree_on_is_disputed_and_what_is_told_as_a_tale_is_a_legend() {
    let catalog = catalog();
    let check = |what: &str, dated: &Dated| {
        assert!(dated.rivals.is_empty() || dated.evidence != Evidence::Documented, "{what} has rival datings");
        usize::from(!dated.rivals.is_empty())
    };
    let of_entities = catalog.entities.iter().flat_map(|entity| {
        entity.since.iter().chain(&entity.until).map(|dated| check(entity.id.as_str(), dated)).collect::<Vec<_>>()
    });
    assert!(of_entities.sum::<usize>() >= 10);
    let rivals = catalog.events.iter().filter_map(|event| {
        let rival = event.date.as_ref().map(|dated| check(event.id.as_str(), dated)).filter(|rivals| *rivals > 0)?;
        assert_ne!(event.evidence, Evidence::Documented, "{}", event.id);
        Some(rival)
    });
    assert!(rivals.sum::<usize>() >= 10);
    let mut tales = 0;
    for (story, step) in catalog.stories.iter().flat_map(|story| story.steps.iter().map(move |step| (story, step))) {
        let said = step.text.words(Lang::ZhHans);
        if ["传说", "相传"].iter().any(|word| said.contains(word)) {
            assert_eq!(step.evidence, Evidence::Legend, "{}: {said}", story.id);
            tales += 1;
        }
    }
    assert!(tales >= 12, "{tales}");
}

#[test]
fn every_source_says_what_it_is_and_hardly_a_link_has_none() {
    let catalog = catalog();
    for source in &catalog.sources {
        assert!(source.kind.is_some(), "{}", source.id);
    }
    let without = catalog.links.iter().filter(|link| link.evidence == Evidence::Unsourced);
    assert!(without.count() <= 3);
}

#[test]
fn the_map_is_read_as_food_chain_as_lineage_as_party_building_chain_and_by_evidence_and_honours() {
    let catalog = catalog();
    let lens = |id: &str| catalog.lens(catalog.find_lens(id).unwrap_or_else(|| panic!("no {id}")));
    let columns = |id: &str| lens(id).columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>();
    assert_eq!(catalog.lenses[0].id.as_str(), "food");
    assert!(lens("food").by_stage && lens("evidence").colour == LensColour::Evidence);
    assert_eq!(lens("brand").colour, LensColour::Honours);
    assert_eq!(columns("lineage"), ["masters", "houses", "crafts", "dishes"]);
    assert_eq!(columns("governance"), ["committee", "stations", "brands", "places", "honours"]);
    for (id, kinds) in [
        ("lineage", &["teaches", "descends-from", "founded", "carries", "makes"][..]),
        ("governance", &["guides", "certifies", "honours", "protects"]),
    ] {
        for kind in kinds {
            let at = catalog.link_kinds.iter().position(|known| known.id.as_str() == *kind);
            assert!(at.is_some_and(|at| lens(id).follows(at.into())), "{id} follows {kind}");
        }
        for place in 0..lens(id).columns.len() {
            let there = catalog.each_entity().filter(|(entity, _)| lens(id).column_of(*entity) == Some(place)).count();
            assert!(there >= 3, "{id}: {}", lens(id).columns[place].id);
        }
    }
    let start = catalog.site.start.as_ref().expect("it has a first view");
    assert_eq!(catalog.entity(start.focus).id.as_str(), "matigao");
}

#[test]
fn steps_are_headed_and_seen_through_a_lens_and_most_have_their_year_and_their_place() {
    let catalog = catalog();
    let steps: Vec<_> = catalog.stories.iter().flat_map(|story| &story.steps).collect();
    assert!(steps.iter().all(|step| step.title.is_some() && step.lens.is_some() && !step.sources.is_empty()));
    let (dated, placed) = (
        steps.iter().filter(|step| step.year.is_some()).count(),
        steps.iter().filter(|step| step.place.is_some()).count(),
    );
    assert!(dated >= 104 && placed >= 111, "{dated} and {placed} of {}", steps.len());
    let covers: BTreeSet<_> = catalog.stories.iter().filter_map(|story| Some(&story.cover.as_ref()?.file)).collect();
    assert_eq!(covers.len(), catalog.stories.len(), "each story has a cover of its own");
}

#[test]
fn the_timeline_runs_from_the_tenth_century_to_2025_and_each_event_has_a_theme_and_those_it_concerns() {
    let catalog = catalog();
    let moments = timeline::moments(&catalog);
    assert!(moments.len() >= 130, "{}", moments.len());
    assert!(moments[0].years().0 < 1000 && moments.iter().any(|moment| moment.years() == (2025, 2025)));
    let last = catalog.events.iter().filter_map(|event| Some(event.date.as_ref()?.date.closed_years().1)).max();
    assert!(last >= Some(2025), "{last:?}");
    assert!(catalog.events.iter().all(|event| event.theme.is_some()));
    let alone = catalog.events.iter().filter(|event| event.entities.is_empty()).count();
    assert!(alone <= 1, "{alone} concern nobody");
}

#[test]
fn walks_come_from_stories_but_the_two_of_the_tea_street_which_were_planned_and_say_which_stops_are_no_more() {
    let catalog = catalog();
    let planned: Vec<&str> =
        catalog.routes.iter().filter(|route| route.planned).map(|route| route.id.as_str()).collect();
    assert_eq!(planned, ["guqiao-puer-route", "guqiao-special-route"]);
    for route in catalog.routes.iter().filter(|route| !route.planned) {
        assert!(route.story.is_some() && route.stops.len() >= 3, "{}", route.id);
        for stop in &route.stops {
            let record = catalog.entity(stop.entity);
            assert!(record.until.is_none() || stop.text.is_some(), "{}: {} is no more", route.id, record.id);
        }
    }
}

#[test]
fn honours_are_of_a_kind_and_no_fewer_name_their_year_and_their_giver() {
    let catalog = catalog();
    let honours: Vec<_> = catalog.entities.iter().flat_map(|entity| &entity.honours).collect();
    assert!(honours.iter().all(|honour| honour.mark.is_some()));
    let dated = honours.iter().filter(|honour| honour.date.is_some()).count();
    let given = honours.iter().filter(|honour| honour.grantor.is_some()).count();
    assert!(dated >= 65 && given >= 73, "{dated} and {given} of {}", honours.len());
}

#[test]
fn the_base_map_has_the_waters_and_shamian_is_called_a_sketch_and_gives_its_credit_as_the_about_page_does() {
    let catalog = catalog();
    let map = catalog.map.as_ref().expect("it draws a map");
    for id in ["zhu-jiang", "li-wan-hu-water", "li-zhi-wan-yong", "sha-mian-dao", "en-ning-lu"] {
        let drawn = map.shapes.iter().any(|shape| shape.id.as_str() == id && !shape.points.is_empty());
        assert!(drawn, "{id}");
    }
    for lang in Lang::ALL {
        let sketch = ["示意", "示意", "schematic"][lang as usize];
        assert!(map.note.as_ref().is_some_and(|note| note.words(lang).contains(sketch)));
        let credit = map.credit.as_ref().expect("it gives credit");
        assert!(credit.name.words(lang).contains("© OpenStreetMap") && credit.name.words(lang).contains("ODbL"));
        let about: String = catalog.site.about.iter().map(|text| text.words(lang)).collect();
        assert!(about.contains("© OpenStreetMap contributors") && about.contains("ODbL"));
    }
}
