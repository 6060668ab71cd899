//! `curate layout`.

use std::{io::Write, time::Instant};

use serde::Serialize;

use super::{UNREADABLE, USAGE, arguments::LayoutOptions, load, print_json, tell_findings, trace};
use crate::{
    model::{EvidenceSet, Lang},
    trace::Request,
    view::drawing::{self, ON_SCREEN, Size, Wanted},
};

/// How much work the ordering may do when there is time.
const AT_LEISURE: u32 = 13;

#[derive(Serialize)]
struct PrintedNode<'a> {
    id: &'a str,
    stage: &'a str,
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

#[derive(Serialize)]
struct PrintedLink<'a> {
    from: &'a str,
    to: &'a str,
    points: Vec<[f32; 2]>,
}

#[derive(Serialize)]
struct Printed<'a> {
    nodes: Vec<PrintedNode<'a>>,
    links: Vec<PrintedLink<'a>>,
    /// Layout alone, without reading the file.
    milliseconds: f64,
}

/// Prints where everything stands.
pub(super) fn run(options: &LayoutOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let loaded = load(&options.file);
    tell_findings(&options.file, &loaded, Lang::En);
    let Some(catalog) = &loaded.catalog else { return Ok(UNREADABLE) };
    let Some(lens) = trace::lens(catalog, options.lens.as_deref()) else { return Ok(USAGE) };
    let only = match options.focus.as_deref() {
        None => None,
        Some(id) => match trace::entity(catalog, id) {
            None => return Ok(USAGE),
            Some(focus) => Some(Request {
                focus,
                up: options.up,
                down: options.down,
                lens,
                year: None,
                evidence: EvidenceSet::ALL,
            }),
        },
    };
    let as_in_the_app = only.is_some() || options.group;
    let wanted = Wanted {
        lens,
        lang: options.lang,
        room: options.room,
        size: if options.group { Size::Plate } else { Size::Chain },
        fill: (options.width, options.height),
        only,
        wrap: options.wrap,
        effort: if as_in_the_app { ON_SCREEN } else { AT_LEISURE },
    };
    let began = Instant::now();
    let drawing = drawing::draw(catalog, &wanted);
    let milliseconds = began.elapsed().as_secs_f64() * 1000.0;
    let id = |at: usize| catalog.entity(drawing.nodes[at].entity).id.as_str();
    let columns = &catalog.lens(lens).columns;
    let nodes = (0..drawing.nodes.len())
        .map(|at| {
            let node = &drawing.nodes[at];
            let (rect, stage) = (&node.rect, columns[node.column].id.as_str());
            PrintedNode { id: id(at), stage, x: rect.x, y: rect.y, width: rect.width, height: rect.height }
        })
        .collect();
    let links = drawing
        .lines
        .iter()
        .map(|line| PrintedLink {
            from: id(line.from),
            to: id(line.to),
            points: line.points.iter().map(|(x, y)| [*x, *y]).collect(),
        })
        .collect();
    print_json(out, &Printed { nodes, links, milliseconds })?;
    Ok(0)
}
