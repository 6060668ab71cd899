//! The data file that is published: whole, canonical, and described by the schema beside it.
#![cfg(feature = "curate")]

use std::process::Command;

use taste::{
    check::Severity,
    load::{load, schema},
    model::{Catalog, Entity, EntityIx, Lang, LinkIx, LinkMark},
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
