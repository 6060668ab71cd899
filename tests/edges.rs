//! What is beyond the edges of a map that shows a part of itself: what they would cut of a scene, and what is lit elsewhere on a plate.

use taste::{
    load::load,
    model::{Catalog, Depth, EvidenceSet, Lang, LensIx},
    trace::{self, Request},
    view::{
        camera::{Camera, Extent},
        drawing::{self, Drawing, ON_SCREEN, Room, Size, Wanted},
        edges::{self, EDGES, at_edge},
        emphasis::{self, Emphasis},
        scene::{self, Frame},
    },
};

fn catalog() -> Catalog {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");
    load(&std::fs::read(file).expect("the data file")).catalog.expect("a chain")
}

/// The whole plate as a phone draws it, with all of this chain lit.
fn plate(catalog: &Catalog, focus: &str) -> (Drawing, Emphasis) {
    let request = Request {
        focus: catalog.find(focus).expect("it is in the file"),
        up: Depth::All,
        down: Depth::All,
        lens: LensIx(0),
        year: None,
        evidence: EvidenceSet::ALL,
    };
    let wanted = Wanted {
        lens: LensIx(0),
        lang: Lang::ZhHant,
        room: Room::Narrow,
        size: Size::Plate,
        fill: (370.0, 560.0),
        only: None,
        wrap: false,
        effort: ON_SCREEN,
    };
    let drawing = drawing::draw(catalog, &wanted);
    let looks = emphasis::of(&drawing, Some(&trace::run(catalog, request)), |_| false, |_| false);
    (drawing, looks)
}

#[test]
fn what_an_edge_would_cut_of_a_scene_is_counted_beyond_it() {
    let catalog = catalog();
    for story in &catalog.stories {
        let step = &story.steps[0];
        let (lens, evidence) = (step.lens.unwrap_or(LensIx(0)), EvidenceSet::ALL);
        let request = Request { focus: step.focus, up: step.up, down: step.down, lens, year: None, evidence };
        let trace = trace::run(&catalog, request);
        let frame = Frame { room: Room::Narrow, extent: Extent { width: 330.0, height: 306.0 }, museum: false };
        let scene = scene::draw(&catalog, &trace, Lang::En, &frame).expect("something is drawn");
        let looks = emphasis::of(&scene.drawing, Some(&trace), |_| false, |_| false);
        let cut = |camera| edges::cut(&scene.drawing, &looks, camera, frame.extent);
        let all = scene.drawing.nodes.len();
        assert_eq!(at_edge(&cut(Camera { scale: 1.0, x: 0.0, y: -9e4 }), 0).0, all, "{}: all is above", story.id);
        assert_eq!(at_edge(&cut(Camera { scale: 1.0, x: 9e4, y: 0.0 }), 1).0, all, "{}: all is to the right", story.id);
        // Half of a pane is left of the window: it is beyond that edge, and comes into sight when the map moves as far as is said.
        let node = &scene.drawing.nodes[0];
        let camera = Camera { scale: 1.0, x: -node.x, y: 90.0 - node.y };
        let beyond = cut(camera)[0].expect("it is cut");
        assert_eq!(EDGES[beyond.edge].0, "left", "{}: {:?}", story.id, node.lines);
        assert_eq!(cut(camera.panned(beyond.by, 0.0))[0], None, "{}: {:?}", story.id, node.lines);
    }
}

#[test]
fn on_a_plate_all_that_is_lit_is_in_sight_or_counted_at_an_edge_and_nothing_else_is() {
    let catalog = catalog();
    let window = Extent { width: 370.0, height: 420.0 };
    for focus in ["matigao", "chen-tian-ji"] {
        let (drawing, looks) = plate(&catalog, focus);
        let lit: usize = looks.nodes.iter().filter(|look| look.is_lit()).count();
        let mut elsewhere = 0;
        for down in 0..12 {
            let camera = Camera { scale: 1.0, x: 0.0, y: -150.0 * down as f32 };
            let beyond = edges::lit(&drawing, &looks, camera, window);
            let counted: usize = (0..EDGES.len()).map(|edge| at_edge(&beyond, edge).0).sum();
            let in_sight = (0..drawing.nodes.len()).filter(|at| {
                let (node, look) = (&drawing.nodes[*at], looks.nodes[*at]);
                let reach = emphasis::pane(&drawing.style, node, look) / 2.0;
                let (x, y) = (node.x + camera.x, node.y + camera.y);
                let inside = x > -reach && x < window.width + reach && y > -reach && y < window.height + reach;
                look.is_lit() && inside
            });
            assert_eq!(counted + in_sight.count(), lit, "{focus}, {down}");
            elsewhere += counted;
        }
        assert!(elsewhere > 0, "{focus}");
    }
}

#[test]
fn an_edge_leads_to_the_nearest_of_what_it_counts() {
    let catalog = catalog();
    let (drawing, looks) = plate(&catalog, "matigao");
    let window = Extent { width: 370.0, height: 420.0 };
    let count = |camera| at_edge(&edges::lit(&drawing, &looks, camera, window), 2);
    let mut camera = Camera { scale: 1.0, x: 0.0, y: 0.0 };
    let mut turns = 0;
    while let (before @ 1.., by) = count(camera) {
        camera = camera.panned(0.0, -by);
        let (after, _) = count(camera);
        assert!(after < before, "{before} before, {after} after {by}");
        turns += 1;
    }
    assert!(turns > 1, "there is more than one way to go: {turns}");
}
