//! The maps of stories on the real file, each step in the sizes of the reader: what is lit is named, nothing stands on anything, all of it
//! is in the frame, and few things are windows.

use taste::{
    load::load,
    model::{Catalog, EvidenceSet, Lang, LensIx},
    trace::{self, Request, Trace},
    view::{
        camera::{Camera, Extent},
        drawing::{Room, Side},
        edges,
        emphasis::{self, Emphasis},
        labels::{self, Area},
        scene::{self, Frame, Scene},
    },
};

/// From this size on a pane is a window.
const WINDOW: f32 = 60.0;

fn catalog() -> Catalog {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");
    load(&std::fs::read(file).expect("the data file")).catalog.expect("a chain")
}

fn frame(room: Room, width: f32, height: f32, museum: bool) -> Frame {
    Frame { room, extent: Extent { width, height }, museum }
}

/// The map of the reader on a phone, which is higher for a step of many things.
fn phone(trace: &Trace, width: f32) -> Frame {
    frame(Room::Narrow, width, if scene::is_full(trace) { 372.0 } else { 306.0 }, false)
}

/// Every step with its trace, and what it is called.
fn steps(catalog: &Catalog) -> Vec<(String, Trace)> {
    let mut all = Vec::new();
    for story in &catalog.stories {
        for (at, step) in story.steps.iter().enumerate() {
            let (lens, evidence) = (step.lens.unwrap_or(LensIx(0)), EvidenceSet::ALL);
            let request = Request { focus: step.focus, up: step.up, down: step.down, lens, year: None, evidence };
            all.push((format!("{}/{}", story.id, at + 1), trace::run(catalog, request)));
        }
    }
    all
}

fn windows(scene: &Scene) -> usize {
    scene.drawing.nodes.iter().filter(|node| node.pane >= WINDOW).count()
}

/// The map of the reader on a tablet.
fn tablet() -> Frame {
    frame(Room::Middle, 714.0, 330.0, false)
}

/// The steps of a phone, and those of a tablet, by language, that are too full to be seen whole.
const TOO_FULL: [(Lang, usize, usize); 3] = [(Lang::ZhHans, 1, 0), (Lang::ZhHant, 1, 0), (Lang::En, 11, 1)];

/// Where the years of something stand on screen; `None` where nothing is said of them.
fn years(scene: &Scene, at: usize, looks: &Emphasis) -> Option<Area> {
    let Scene { drawing, .. } = scene;
    let node = &drawing.nodes[at];
    let set = emphasis::setting(&drawing.style, node, looks.nodes[at]);
    let size = if drawing.style.windows { 14.0 } else { 12.0 };
    let width = labels::width(&node.years, size);
    let left = node.x + set.x - if node.side == Side::Below { width / 2.0 } else { 0.0 };
    let line = node.y + set.years;
    let area = Area { left, top: line - 0.75 * size, right: left + width, bottom: line + 0.25 * size };
    (!node.years.is_empty()).then_some(area)
}

/// What is wrong with a scene: what has no name, and what stands on what.
fn faults(scene: &Scene, looks: &Emphasis) -> Vec<String> {
    let drawing = &scene.drawing;
    let mut found = Vec::new();
    let called = |at: usize| drawing.nodes[at].lines.concat();
    for at in 0..drawing.nodes.len() {
        if !looks.nodes[at].named {
            found.push(format!("{} has no name", called(at)));
        }
        if drawing.nodes[at].lines.iter().any(|line| line.ends_with('…')) {
            found.push(format!("{} is cut", called(at)));
        }
        let name = emphasis::name_box(drawing, at, looks.nodes[at]);
        let pane = emphasis::pane_area(drawing, at, looks.nodes[at]);
        let since = years(scene, at, looks);
        for other in (0..drawing.nodes.len()).filter(|other| *other != at) {
            let others = emphasis::pane_area(drawing, other, looks.nodes[other]);
            if name.meets(&others) {
                found.push(format!("the name of {} on {}", called(at), called(other)));
            }
            if pane.meets(&others) {
                found.push(format!("{} on {}", called(at), called(other)));
            }
            let others_name = emphasis::name_box(drawing, other, looks.nodes[other]);
            if since.is_some_and(|since| since.meets(&others) || since.meets(&others_name)) {
                found.push(format!("the years of {} on {}", called(at), called(other)));
            }
            if other < at && name.meets(&others_name) {
                found.push(format!("the names of {} and {}", called(at), called(other)));
            }
        }
    }
    found
}

#[test]
fn in_every_step_all_that_is_lit_is_named_and_in_the_frame_and_nothing_stands_on_anything() {
    let catalog = catalog();
    for (of, trace) in steps(&catalog) {
        let frames = [
            phone(&trace, 360.0),
            frame(Room::Narrow, 330.0, 306.0, false),
            tablet(),
            frame(Room::Wide, 460.0, 616.0, false),
            frame(Room::Wide, 768.0, 795.0, false),
            frame(Room::Wide, 634.0, 795.0, true),
            frame(Room::Wide, 938.0, 732.0, true),
        ];
        for (lang, frame) in Lang::ALL.into_iter().flat_map(|lang| frames.map(|frame| (lang, frame))) {
            let scene = scene::draw(&catalog, &trace, lang, &frame).expect("something is drawn");
            let looks = emphasis::of(&scene.drawing, Some(&trace), |_| false, |_| false);
            let lit = trace.up.reached.len() + trace.down.reached.len() + 1;
            assert!(scene.drawing.nodes.len() <= lit && !scene.drawing.nodes.is_empty(), "{of}");
            assert_eq!(faults(&scene, &looks), Vec::<String>::new(), "{of} in {lang:?}, {frame:?}");
            // All of it is in the frame, at the scale that it is shown whole at.
            let map = Extent { width: scene.drawing.width, height: scene.drawing.height };
            let camera = Camera::fitting(map, frame.extent, scene.most);
            let beyond = edges::cut(&scene.drawing, &looks, camera, frame.extent);
            assert!(beyond.iter().all(Option::is_none), "{of} in {lang:?}, {frame:?}");
            assert!(scene.is_whole() || frame.room != Room::Wide, "{of} in {lang:?}, {frame:?}: {}", scene.smallest);
        }
    }
}

#[test]
fn on_a_phone_nearly_every_step_is_seen_whole_with_names_that_can_be_read_and_few_things_are_windows() {
    let catalog = catalog();
    let all = steps(&catalog);
    for (lang, most, _) in TOO_FULL {
        let (mut full, mut pictured) = (0, 0);
        for (of, trace) in &all {
            let scene = scene::draw(&catalog, trace, lang, &phone(trace, 360.0)).expect("something is drawn");
            full += usize::from(!scene.is_whole());
            pictured += usize::from(windows(&scene) > 0);
            let few = scene.drawing.nodes.len() <= 3 && lang != Lang::En;
            assert!(!few || windows(&scene) > 0, "{of} in {lang:?}");
        }
        assert!(full <= most, "{lang:?}: {full} of {}", all.len());
        assert!(2 * pictured > all.len(), "{lang:?}: {pictured} of {}", all.len());
    }
}

#[test]
fn on_a_tablet_nearly_every_step_is_seen_whole() {
    let catalog = catalog();
    let all = steps(&catalog);
    for (lang, _, most) in TOO_FULL {
        let is_full =
            |trace: &Trace| !scene::draw(&catalog, trace, lang, &tablet()).is_some_and(|scene| scene.is_whole());
        let full: Vec<&str> = all.iter().filter(|(_, trace)| is_full(trace)).map(|(of, _)| of.as_str()).collect();
        assert!(full.len() <= most, "{lang:?}: {full:?}");
    }
}

#[test]
fn a_museum_screen_has_windows_wherever_the_page_of_its_size_has_them() {
    let catalog = catalog();
    // The maps of both in windows of 1440 by 900, 1920 by 1080 and 1024 by 768.
    let sizes = [((768.0, 795.0), (634.0, 795.0)), ((1248.0, 975.0), (874.0, 975.0)), ((460.0, 616.0), (426.0, 639.0))];
    for (of, trace) in steps(&catalog) {
        for (lang, (desk, museum)) in
            [Lang::ZhHant, Lang::En].into_iter().flat_map(|lang| sizes.map(|size| (lang, size)))
        {
            let drawn = |(width, height): (f32, f32), museum: bool| {
                let frame = frame(Room::Wide, width, height, museum);
                scene::draw(&catalog, &trace, lang, &frame).map_or(0, |scene| windows(&scene))
            };
            assert!(drawn(museum, true) >= drawn(desk, false), "{of} in {lang:?}: {desk:?}");
        }
    }
}

#[test]
fn the_picture_of_what_a_step_is_about_is_shown_wherever_it_stands_alone_or_among_few() {
    let catalog = catalog();
    let mut shown = 0;
    for (of, trace) in steps(&catalog) {
        let focus = trace.request.focus;
        if catalog.entity(focus).picture.is_none() {
            continue;
        }
        let frame = frame(Room::Wide, 768.0, 800.0, false);
        let scene = scene::draw(&catalog, &trace, Lang::ZhHant, &frame).expect("something is drawn");
        let node = scene.drawing.nodes.iter().find(|node| node.entity == focus).expect("the focus is drawn");
        assert!(node.pane >= WINDOW, "{of}");
        shown += 1;
    }
    assert!(shown > 20, "{shown}");
}
