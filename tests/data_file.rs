//! The data file that is published: whole, canonical, and described by the schema beside it.
#![cfg(feature = "curate")]

use std::process::Command;

use taste::{
    check::Severity,
    load::{load, schema},
    model::Catalog,
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
