//! What a trace lights on a plate of the real file: names that can be read, and the part of the map they need.

use taste::{
    load::load,
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx},
    trace::{self, Part, Request, Trace},
    view::{
        drawing::{self, Drawing, Room, Side, Size, Wanted},
        emphasis::{self, Emphasis, NodeLook},
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
        let areas: Vec<_> = named.map(|at| emphasis::name_box(drawing, at, looks.nodes[at])).collect();
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
        let look = |part| NodeLook {
            part: Some(part),
            named: true,
            grown: part == Part::Focus,
            spot: None,
            under: false,
            absent: false,
        };
        let set = |part| emphasis::setting(&drawing.style, node, look(part));
        let (rest, focus) = (set(Part::Up(1)), set(Part::Focus));
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
            let look = NodeLook {
                part: Some(Part::Up(1)),
                named: true,
                grown: false,
                spot: None,
                under: false,
                absent: false,
            };
            // Half of a river with its banks; letters reach less far up than their size.
            assert!(emphasis::setting(&drawing.style, node, look).first - 0.9 * node.font > 4.0, "{:?}", node.lines);
        }
    }
}

/// At most so many lit entities of one trace have no room for their name.
const UNNAMED: usize = 4;
/// The windows that plates are laid out for here, and their rooms.
const WINDOWS: [(Room, f32, f32); 5] = [
    (Room::Narrow, 390.0, 844.0),
    (Room::Middle, 768.0, 1024.0),
    (Room::Middle, 1023.0, 800.0),
    (Room::Wide, 1100.0, 800.0),
    (Room::Wide, 1440.0, 900.0),
];

/// What is wrong with the lit panes and names of a plate, over all traces.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Faults {
    /// Panes on panes.
    panes: usize,
    /// Names on panes or names.
    names: usize,
    /// Lit entities whose name is not shown.
    unnamed: usize,
    /// The most of them in one trace.
    worst: usize,
}

fn faults(drawing: &Drawing, looks: &Emphasis) -> Faults {
    let lit: Vec<usize> = (0..drawing.nodes.len()).filter(|at| looks.nodes[*at].is_lit()).collect();
    let panes: Vec<_> = lit.iter().map(|at| emphasis::pane_area(drawing, *at, looks.nodes[*at])).collect();
    let shown = |at: &usize| looks.nodes[*at].named.then(|| emphasis::name_box(drawing, *at, looks.nodes[*at]));
    let names: Vec<_> = lit.iter().map(shown).collect();
    let mut out = Faults::default();
    for (at, (pane, name)) in panes.iter().zip(&names).enumerate() {
        out.panes += panes[..at].iter().filter(|other| other.meets(pane)).count();
        let Some(name) = name else {
            out.unnamed += 1;
            continue;
        };
        out.names += panes.iter().filter(|pane| pane.meets(name)).count();
        out.names += names[..at].iter().flatten().filter(|other| other.meets(name)).count();
    }
    Faults { worst: out.unnamed, ..out }
}

#[test]
fn lit_panes_and_names_stand_clear_of_each_other_in_every_window_and_nearly_all_are_named() {
    let catalog = catalog();
    let depths = [
        (Depth::All, Depth::All),
        (Depth::All, Depth::Steps(0)),
        (Depth::Steps(0), Depth::All),
        (Depth::Steps(1), Depth::Steps(1)),
    ];
    let mut lit = 0;
    let mut all = Faults::default();
    for (room, width, height) in WINDOWS {
        for lang in Lang::ALL {
            let (lens, size, only, fill) = (LensIx(0), Size::Plate, None, (width, height - 140.0));
            let wanted = Wanted { lens, lang, room, size, fill, only, wrap: false, effort: drawing::ON_SCREEN };
            let drawing = drawing::draw(&catalog, &wanted);
            for node in &drawing.nodes {
                for (up, down) in depths {
                    let request =
                        Request { focus: node.entity, up, down, lens, year: None, evidence: EvidenceSet::ALL };
                    let trace = trace::run(&catalog, request);
                    let looks = emphasis::of(&drawing, Some(&trace), |_| false, |_| false);
                    let found = faults(&drawing, &looks);
                    lit += looks.lit.iter().sum::<u32>() as usize;
                    all = Faults {
                        panes: all.panes + found.panes,
                        names: all.names + found.names,
                        unnamed: all.unnamed + found.unnamed,
                        worst: all.worst.max(found.worst),
                    };
                }
            }
        }
    }
    assert_eq!((all.panes, all.names), (0, 0), "{all:?}");
    // The longest traces light more names than there is room for around their fields.
    assert!(all.worst <= UNNAMED && all.unnamed * 1000 <= lit, "{all:?} of {lit}");
}

/// The published file with the largest lens of its own columns filled up to seventy-two, and that lens.
fn of_seventy_two() -> (Catalog, LensIx) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).expect("the data file")).expect("it is JSON");
    let read = |file: &serde_json::Value| load(file.to_string().as_bytes()).catalog.expect("a chain");
    let catalog = read(&file);
    let own = |catalog: &Catalog, lens: &LensIx| !catalog.lens(*lens).by_stage && catalog.lens(*lens).count() <= 72;
    let lenses = (0..catalog.lenses.len()).map(LensIx::from).filter(|lens| own(&catalog, lens));
    let lens = lenses.max_by_key(|lens| catalog.lens(*lens).count()).expect("there is such a lens");
    let is_member = |at: &usize| catalog.lens(lens).column_of(taste::model::EntityIx::from(*at)).is_some();
    let members: Vec<usize> = (0..catalog.entities.len()).filter(is_member).collect();
    let missing = 72 - members.len();
    // From all over the lens.
    for at in members.iter().step_by(members.len() / missing.max(1)).take(missing) {
        let mut twin = file["entities"][*at].clone();
        let (id, twin_id) = (twin["id"].clone(), format!("{}-twin", catalog.entities[*at].id));
        twin["id"] = twin_id.as_str().into();
        file["entities"].as_array_mut().expect("a list").push(twin);
        // Where a column names its entities one by one, it names the twin too.
        for column in file["lenses"][lens.at()]["columns"].as_array_mut().expect("columns of its own") {
            if let Some(named) = column.get_mut("entities").and_then(serde_json::Value::as_array_mut)
                && named.contains(&id)
            {
                named.push(twin_id.as_str().into());
            }
        }
    }
    let catalog = read(&file);
    assert_eq!(catalog.lens(lens).count(), 72);
    (catalog, lens)
}

#[test]
fn a_lens_of_seventy_two_has_all_its_names_and_none_stands_on_another_or_on_a_pane_on_a_desk() {
    // The largest map of its own in the file, made as large as that by twins of what stands on it.
    let (catalog, lens) = of_seventy_two();
    for lang in Lang::ALL {
        let (size, only, fill) = (Size::Plate, None, (1440.0_f32, 760.0_f32));
        let wanted = Wanted { lens, lang, room: Room::Wide, size, fill, only, wrap: false, effort: drawing::ON_SCREEN };
        let drawing = drawing::draw(&catalog, &wanted);
        assert!(drawing.nodes.iter().all(|node| !node.dot), "{lang:?}");
        let looks = emphasis::of(&drawing, None, |_| false, |_| false);
        let panes: Vec<_> =
            (0..drawing.nodes.len()).map(|at| emphasis::pane_area(&drawing, at, looks.nodes[at])).collect();
        let names: Vec<_> =
            (0..drawing.nodes.len()).map(|at| emphasis::name_box(&drawing, at, looks.nodes[at])).collect();
        for (at, name) in names.iter().enumerate() {
            let on = |other: &&labels::Area| other.meets(name);
            let which = &drawing.nodes[at].lines;
            assert_eq!(panes.iter().filter(on).count(), 0, "{lang:?} {which:?}");
            assert_eq!(names[..at].iter().filter(on).count(), 0, "{lang:?} {which:?}");
        }
        // It opens whole at a scale at which names are read.
        let scale = (fill.0 / drawing.width).min(fill.1 / drawing.height);
        assert!(scale >= 0.82, "{lang:?}: {} by {}", drawing.width, drawing.height);
    }
}

/// The room of the chain page's map in a window of 1440 by 900 with a panel open, and the least scale at which it opens.
const BESIDE_A_PANEL: (f32, f32) = (896.0, 636.0);
const LEAST: f32 = 0.82;

#[test]
fn of_the_chains_of_dishes_drawn_alone_nearly_all_open_whole_beside_a_panel_and_nothing_stands_on_anything() {
    let catalog = catalog();
    let dishes = catalog.each_entity().filter(|(_, record)| catalog.kinds[record.kind.at()].id.as_str() == "dish");
    let dishes: Vec<EntityIx> = dishes.map(|(dish, _)| dish).collect();
    assert!(dishes.len() > 40, "{}", dishes.len());
    for (lang, most) in [(Lang::ZhHant, 0), (Lang::En, 0)] {
        let mut wide = Vec::new();
        for dish in &dishes {
            let (up, down, lens) = (Depth::All, Depth::All, LensIx(0));
            let request = Request { focus: *dish, up, down, lens, year: None, evidence: EvidenceSet::ALL };
            let wanted = Wanted {
                lens,
                lang,
                room: Room::Wide,
                size: Size::Chain,
                fill: BESIDE_A_PANEL,
                only: Some(request),
                wrap: false,
                effort: drawing::ON_SCREEN,
            };
            let drawing = drawing::draw(&catalog, &wanted);
            let name = catalog.entity(*dish).name.full.words(lang);
            if drawing.width * LEAST > BESIDE_A_PANEL.0 {
                wide.push(name.to_owned());
            }
            let looks = emphasis::of(&drawing, Some(&trace::run(&catalog, request)), |_| false, |_| false);
            let areas: Vec<_> = (0..drawing.nodes.len())
                .filter(|at| looks.nodes[*at].named)
                .map(|at| emphasis::name_box(&drawing, at, looks.nodes[at]))
                .collect();
            let stands = areas.iter().enumerate().any(|(at, area)| areas[..at].iter().any(|other| area.meets(other)));
            assert!(!stands, "{name}");
        }
        assert!(wide.len() <= most, "{lang:?}: {wide:?}");
    }
}
