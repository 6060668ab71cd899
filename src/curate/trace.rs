//! `curate trace`.

use std::io::Write;

use serde::Serialize;

use super::{UNREADABLE, USAGE, arguments::TraceOptions, load, print_json, talk, tell_findings};
use crate::{
    check::near,
    model::{Catalog, EntityIx, EvidenceSet, Lang, LensIx},
    trace::{self, Request, Side},
};

#[derive(Serialize)]
struct Printed<'a> {
    focus: &'a str,
    up: Vec<&'a str>,
    down: Vec<&'a str>,
}

/// The entity with this id; says what is near when there is none.
pub(super) fn entity(catalog: &Catalog, id: &str) -> Option<EntityIx> {
    let found = catalog.find(id);
    if found.is_none() {
        let near = near::nearest(id, catalog.entities.iter().map(|entity| entity.id.as_str()));
        let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
        talk(&format!("curate: the file holds no entity {id}{hint}"));
    }
    found
}

/// The named lens, or the first one; says what is near when there is none of that name.
pub(super) fn lens(catalog: &Catalog, id: Option<&str>) -> Option<LensIx> {
    let Some(id) = id else { return Some(LensIx(0)) };
    let found = catalog.find_lens(id);
    if found.is_none() {
        let all: Vec<&str> = catalog.lenses.iter().map(|lens| lens.id.as_str()).collect();
        talk(&format!("curate: the file holds no lens {id}; it holds {}", all.join(", ")));
    }
    found
}

/// Prints ancestors and descendants, nearest first.
pub(super) fn run(options: &TraceOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let loaded = load(&options.file);
    tell_findings(&options.file, &loaded, Lang::En);
    let Some(catalog) = &loaded.catalog else { return Ok(UNREADABLE) };
    let (Some(focus), Some(lens)) = (entity(catalog, &options.id), lens(catalog, options.lens.as_deref())) else {
        return Ok(USAGE);
    };
    let request =
        Request { focus, up: options.up, down: options.down, lens, year: options.year, evidence: EvidenceSet::ALL };
    let trace = trace::run(catalog, request);
    let ids = |side: &Side| side.reached.iter().map(|reached| catalog.entity(reached.entity).id.as_str()).collect();
    print_json(out, &Printed { focus: catalog.entity(focus).id.as_str(), up: ids(&trace.up), down: ids(&trace.down) })?;
    Ok(0)
}
