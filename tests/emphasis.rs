//! What a trace lights on a plate of the real file: names that can be read, and the part of the map they need.

use taste::{
    load::load,
    model::{Catalog, Depth, EvidenceSet, Lang, LensIx},
    trace::{self, Request, Trace},
    view::{
        drawing::{self, Drawing, Room, Side, Size, Wanted},
        emphasis::{self, Emphasis},
        labels,
    },
};

fn catalog() -> Catalog {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");
    load(&std::fs::read(file).expect("the data file")).catalog.expect("a chain")
}

fn plate(catalog: &Catalog, lang: Lang, room: Room) -> Drawing {
    let fill = if room == Room::Wide { (1440.0, 760.0) } else { (390.0, 700.0) };
    let (lens, size, only) = (LensIx(0), Size::Plate, None);
    drawing::draw(catalog, &Wanted { lens, lang, room, size, fill, only, wrap: false, effort: drawing::ON_SCREEN })
}

/// Calls `judge` with the trace of every node of two plates in all languages, one step and all steps deep.
fn every(mut judge: impl FnMut(&Drawing, usize, &Trace, &Emphasis)) {
    let catalog = catalog();
    for lang in Lang::ALL {
        for room in [Room::Wide, Room::Narrow] {
            let drawing = plate(&catalog, lang, room);
            for (at, node) in drawing.nodes.iter().enumerate() {
                for depth in [Depth::Steps(1), Depth::All] {
                    let request = Request {
                        focus: node.entity,
                        up: depth,
                        down: depth,
                        lens: LensIx(0),
                        year: None,
                        evidence: EvidenceSet::ALL,
                    };
                    let trace = trace::run(&catalog, request);
                    let looks = emphasis::of(&drawing, Some(&trace), |_| false, |_| false);
                    judge(&drawing, at, &trace, &looks);
                }
            }
        }
    }
}

#[test]
fn the_focus_is_always_named_and_no_dot_that_is_shown_stands_in_a_lit_name() {
    every(|drawing, focus, trace, looks| {
        assert!(looks.nodes[focus].named, "{:?}", drawing.nodes[focus].lines);
        let lit = |at: &usize| trace.part(drawing.nodes[*at].entity).is_lit();
        let named = (0..drawing.nodes.len()).filter(|at| lit(at) && looks.nodes[*at].named);
        let areas: Vec<_> = named.map(|at| emphasis::name_area(drawing, at, at == focus)).collect();
        for at in (0..drawing.nodes.len()).filter(|at| !lit(at)) {
            let (node, look) = (&drawing.nodes[at], looks.nodes[at]);
            let holds = |area: &labels::Area| {
                (area.left..area.right).contains(&node.x) && (area.top..area.bottom).contains(&node.y)
            };
            assert!(node.dot || !look.under, "{:?} has a name of its own", node.lines);
            assert!(!node.dot || look.under || !areas.iter().any(holds), "{:?}", node.lines);
        }
    });
}

#[test]
fn the_span_of_a_trace_holds_every_lit_pane() {
    every(|drawing, _, trace, looks| {
        let span = looks.span.expect("a focus is lit");
        for node in drawing.nodes.iter().filter(|node| trace.part(node.entity).is_lit()) {
            assert!((span.left..=span.right).contains(&node.x) && (span.top..=span.bottom).contains(&node.y));
        }
    });
    let catalog = catalog();
    let drawing = plate(&catalog, Lang::En, Room::Wide);
    assert_eq!(emphasis::of(&drawing, None, |_| false, |_| false).span, None);
}

#[test]
fn the_name_of_a_focus_grows_away_from_its_line_and_its_lines_stay_apart() {
    let catalog = catalog();
    let drawing = plate(&catalog, Lang::En, Room::Wide);
    let broken = drawing.nodes.iter().filter(|node| node.lines.len() > 1 && !node.dot);
    let mut above = 0;
    for node in broken {
        let (rest, focus) =
            (emphasis::setting(&drawing.style, node, false), emphasis::setting(&drawing.style, node, true));
        assert!(focus.font > rest.font && focus.leading >= focus.font, "{:?}", node.lines);
        let last = |set: emphasis::Setting| set.first + (node.lines.len() - 1) as f32 * set.leading;
        if node.side == Side::Above {
            above += 1;
            assert!((last(focus) - last(rest)).abs() < 0.01, "{:?}", node.lines);
        } else {
            assert!((focus.first + last(focus) - rest.first - last(rest)).abs() < 0.01, "{:?}", node.lines);
        }
    }
    assert!(above > 0, "the plate has names above lines");
}

#[test]
fn the_name_of_a_dot_that_supplies_something_stands_below_its_river() {
    let catalog = catalog();
    for lang in Lang::ALL {
        let drawing = plate(&catalog, lang, Room::Wide);
        let sends = |at: usize| drawing.lines.iter().any(|line| line.from == at);
        let dots: Vec<usize> = (0..drawing.nodes.len()).filter(|at| drawing.nodes[*at].dot && sends(*at)).collect();
        assert!(dots.len() > 100, "most goods are dots");
        for at in dots {
            let node = &drawing.nodes[at];
            // Half of a river with its banks; letters reach less far up than their size.
            assert!(emphasis::setting(&drawing.style, node, false).first - 0.9 * node.font > 4.0, "{:?}", node.lines);
        }
    }
}
