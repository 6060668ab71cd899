//! One lens over another: who touches what, who vouches for a bowl, what hangs on a brand, and the cord through it all.

use serde_json::{Value, json};
use taste::{
    load::load,
    model::{Catalog, Evidence, EvidenceSet, Lang, LensIx},
    view::{
        drawing::{self, Drawing, Room, Size, Wanted},
        over::{self, Laid, Over, Touch},
    },
};

/// The chain of every test: a bay's fish to a market, a house, a bowl; a street with the house in it; a square that is no stage.
/// A bureau guides a brand and a plan; the brand touches the market, which awards a medal; the plan touches street and square.
const LINKS: [&str; 14] = [
    "bay > fish",
    "fish > market",
    "market > house",
    "market > inn",
    "house > bowl",
    "inn > plate",
    "bureau ~ brand",
    "bureau ~ plan",
    "brand ~ market",
    "market ~ medal",
    "plan ~ street",
    "plan ~ square",
    "house in street",
    "inn in square",
];

const STAGES: [(&str, &[&str]); 6] = [
    ("water", &["bay"]),
    ("goods", &["fish"]),
    ("market", &["market"]),
    ("house", &["house", "inn"]),
    ("dish", &["bowl", "plate"]),
    ("reach", &["street"]),
];

fn name(id: &str) -> Value {
    json!({ "zh-Hans": id, "zh-Hant": id, "en": id })
}

/// A link: `>` flows, `~` is the cord, `in` says what stands within what; `?` before an end makes it typical, `@1990` after dates it.
fn link(written: &str) -> Value {
    let words: Vec<&str> = written.split(' ').collect();
    let kind = match words[1] {
        ">" => "flow",
        "~" => "tie",
        _ => "in",
    };
    let evidence = if words[0].starts_with('?') { "typical" } else { "documented" };
    let (to, since) = words[2].split_once('@').unwrap_or((words[2], "0001"));
    let from = words[0].trim_start_matches('?');
    json!({ "from": from, "to": to, "kind": kind, "evidence": evidence, "sources": ["s"], "since": since })
}

fn catalog(links: &[&str], mark: &str) -> Catalog {
    let stage_of = |id: &str| STAGES.into_iter().find(|(_, ids)| ids.contains(&id)).map(|(stage, _)| stage);
    let ids = "bay fish market house inn bowl plate street square bureau brand plan medal".split(' ');
    let entities: Vec<Value> = ids
        .map(|id| {
            let mut entity = json!({ "id": id, "kind": "k", "name": name(id) });
            if let Some(stage) = stage_of(id) {
                entity["stage"] = stage.into();
            }
            entity
        })
        .collect();
    let file = json!({
        "format": 1,
        "site": { "title": name("T"), "languages": ["en"] },
        "sources": [{ "id": "s", "title": { "text": "S", "lang": "en" } }],
        "kinds": [{ "id": "k", "name": name("K") }],
        "stages": STAGES.map(|(id, _)| json!({ "id": id, "name": name(id) })),
        "linkKinds": [
            { "id": "flow", "flow": true, "name": name("feeds") },
            { "id": "tie", "mark": mark, "name": name("ties") },
            { "id": "in", "within": true, "name": name("stands in") },
        ],
        "lenses": [
            { "id": "food", "name": name("Food") },
            { "id": "cord", "name": name("Cord"), "follow": ["tie"], "columns": [
                { "id": "who", "name": name("Who"), "entities": ["bureau", "brand", "plan", "medal"] },
                { "id": "where", "name": name("Where"), "entities": ["market", "street", "square"] },
            ] },
            { "id": "stays", "name": name("Stays"), "follow": ["flow", "in"] },
        ],
        "entities": entities,
        "links": links.iter().map(|written| link(written)).collect::<Vec<_>>(),
    });
    let loaded = load(file.to_string().as_bytes());
    let catalog = loaded.catalog.unwrap_or_default();
    assert_eq!((catalog.entities.len(), catalog.links.len()), (13, links.len()), "{:#?}", loaded.findings);
    catalog
}

const LAID: Laid = Laid { over: LensIx(1), base: LensIx(0), year: None, evidence: EvidenceSet::ALL };

fn id(catalog: &Catalog, entity: taste::model::EntityIx) -> &str {
    catalog.entity(entity).id.as_str()
}

/// `brand`, or `plan in street` where it touches through that.
fn told(catalog: &Catalog, touch: &Touch) -> String {
    let who = id(catalog, touch.who);
    touch.through.map_or_else(|| who.to_owned(), |place| format!("{who} in {}", id(catalog, place)))
}

/// Everything that is touched, in file order: `market: brand, medal; …`.
fn touched(catalog: &Catalog, laid: Laid) -> String {
    let over = Over::new(catalog, laid);
    let entities = catalog.each_entity().filter(|(entity, _)| over.touches(*entity));
    let rows = entities.map(|(entity, record)| {
        let touches: Vec<String> = over.of(entity).iter().map(|touch| told(catalog, touch)).collect();
        format!("{}: {}", record.id, touches.join(", "))
    });
    rows.collect::<Vec<_>>().join("; ")
}

fn check(links: &[&str], expected: &str) {
    assert_eq!(touched(&catalog(links, "knot"), LAID), expected);
}

#[test]
fn what_the_upper_lens_links_to_is_touched_and_what_stands_within_that_is_touched_through_it() {
    check(&LINKS, "market: brand, medal; house: plan in street; inn: plan in square; street: plan");
}

#[test]
fn buying_from_a_touched_market_touches_nobody() {
    check(&["market > house", "house > bowl", "brand ~ market"], "market: brand");
}

#[test]
fn the_same_one_touches_once_and_by_its_own_link_first() {
    check(&["plan ~ street", "house in street", "plan ~ house"], "house: plan; street: plan");
    check(&["plan ~ house", "house ~ plan"], "house: plan");
}

#[test]
fn a_house_is_touched_through_whatever_its_street_stands_in() {
    check(&["plan ~ square", "house in street", "street in square"], "house: plan in square; street: plan in square");
}

#[test]
fn things_that_stand_in_one_another_end_the_walk() {
    check(&["house in street", "street in house", "plan ~ street"], "house: plan in street; street: plan");
}

#[test]
fn what_a_place_leads_to_does_not_touch_the_houses_in_it() {
    check(&["square ~ medal", "inn in square"], "");
}

#[test]
fn year_and_evidence_leave_out_what_they_leave_out_elsewhere() {
    let links = ["brand ~ market@1990", "?plan ~ market", "plan ~ street", "house in street@2000"];
    let catalog = catalog(&links, "knot");
    let as_of = |year| touched(&catalog, Laid { year: Some(year), ..LAID });
    assert_eq!(as_of(1980), "market: plan; street: plan");
    assert_eq!(as_of(1990), "market: brand, plan; street: plan");
    assert_eq!(as_of(2000), "market: brand, plan; house: plan in street; street: plan");
    let evidence = EvidenceSet::of(&[Evidence::Documented]);
    assert_eq!(touched(&catalog, Laid { evidence, ..LAID }), "market: brand; house: plan in street; street: plan");
}

#[test]
fn only_a_lens_that_is_one_cord_can_be_laid_over_and_not_over_itself() {
    let offered = |mark: &str, base| over::lenses(&catalog(&LINKS, mark), LensIx(base));
    assert_eq!(offered("knot", 0), [LensIx(1)]);
    assert_eq!(offered("knot", 1), []);
    assert_eq!(offered("ring", 0), []);
}

/// Who vouches: `fish > market: brand, medal; …`, nearest first.
fn vouched(focus: &str) -> String {
    let catalog = catalog(&LINKS, "knot");
    let over = Over::new(&catalog, LAID);
    let focus = catalog.find(focus).expect("it is there");
    let rows = over::vouchers(&catalog, &over, focus).into_iter().map(|voucher| {
        let goods: Vec<&str> = voucher.goods.iter().map(|good| id(&catalog, *good)).collect();
        let who: Vec<String> = over.of(voucher.touched).iter().map(|touch| told(&catalog, touch)).collect();
        format!("{} > {}: {}", goods.join(" "), id(&catalog, voucher.touched), who.join(", "))
    });
    rows.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_bowl_names_those_who_vouch_for_what_goes_into_it() {
    assert_eq!(vouched("bowl"), "market > house: plan in street; fish > market: brand, medal");
    assert_eq!(vouched("house"), "fish > market: brand, medal");
    assert_eq!(vouched("fish"), "");
}

#[test]
fn nobody_vouches_along_links_that_carry_no_goods() {
    let catalog = catalog(&LINKS, "knot");
    let over = Over::new(&catalog, Laid { base: LensIx(2), ..LAID });
    let house = catalog.find("house").expect("it is there");
    assert!(over.touches(house));
    assert_eq!(over::vouchers(&catalog, &over, house), []);
}

/// Where it leads: `touched | column: downstream …`.
fn reached(who: &str) -> String {
    let catalog = catalog(&LINKS, "knot");
    let over = Over::new(&catalog, LAID);
    let reach = over::reach(&catalog, &over, catalog.find(who).expect("it is there"));
    let touched: Vec<&str> = reach.touched.iter().map(|(entity, _)| id(&catalog, *entity)).collect();
    let columns = reach.downstream.iter().map(|(column, entities)| {
        let entities: Vec<&str> = entities.iter().map(|entity| id(&catalog, *entity)).collect();
        format!("{}: {}", catalog.lens(LensIx(0)).columns[*column].id, entities.join(" "))
    });
    format!("{} | {}", touched.join(" "), columns.collect::<Vec<_>>().join("; "))
}

#[test]
fn a_brand_names_every_house_downstream_of_what_it_touches() {
    assert_eq!(reached("brand"), "market | house: house inn; dish: bowl plate");
    assert_eq!(reached("medal"), "market | house: house inn; dish: bowl plate");
    assert_eq!(reached("plan"), "house inn street | dish: bowl plate");
}

#[test]
fn a_bureau_reaches_what_its_brands_and_plans_touch() {
    assert_eq!(reached("bureau"), "market house inn street | house: house inn; dish: bowl plate");
}

fn drawn(catalog: &Catalog, room: Room) -> Drawing {
    let fill = if room == Room::Wide { (1200.0, 700.0) } else { (360.0, 700.0) };
    let wanted = Wanted {
        lens: LensIx(0),
        lang: Lang::En,
        room,
        size: Size::Plate,
        fill,
        only: None,
        wrap: false,
        effort: drawing::ON_SCREEN,
    };
    drawing::draw(catalog, &wanted)
}

#[test]
fn the_cord_runs_along_the_flow_through_each_touched_box_once() {
    let catalog = catalog(&LINKS, "knot");
    let over = Over::new(&catalog, LAID);
    for room in [Room::Wide, Room::Narrow] {
        let drawing = drawn(&catalog, room);
        let order = over::order(&drawing, |at| over.touches(drawing.nodes[at].entity));
        let mut names: Vec<&str> = order.iter().map(|at| id(&catalog, drawing.nodes[*at].entity)).collect();
        assert_eq!((names[0], names[3]), ("market", "street"), "{room:?}");
        names.sort_unstable();
        assert_eq!(names, ["house", "inn", "market", "street"], "{room:?}");
        assert_eq!(order, over::order(&drawn(&catalog, room), |at| over.touches(drawing.nodes[at].entity)));

        let path = over::path(&drawing, &order);
        for at in order {
            let node = &drawing.nodes[at];
            let through = format!("{} {}", taste::view::pixels::px(node.x), taste::view::pixels::px(node.y));
            assert!(path.contains(&through), "{path} misses {through}");
        }
    }
}

#[test]
fn within_a_fold_the_cord_goes_on_from_the_nearer_end() {
    let drawing = drawn(&catalog(&LINKS, "knot"), Room::Wide);
    let at = |wanted: &str| {
        let names = |node: &drawing::Node| node.lines.join(" ");
        drawing.nodes.iter().position(|node| names(node) == wanted).unwrap_or_else(|| panic!("{wanted} is drawn"))
    };
    let (house, inn) = (at("house"), at("inn"));
    let (upper, lower) = if drawing.nodes[house].y < drawing.nodes[inn].y { (house, inn) } else { (inn, house) };
    // What the cord comes from is moved level with one of the two.
    for (near, far) in [(upper, lower), (lower, upper)] {
        let mut moved = drawing.clone();
        let from = at("market");
        moved.nodes[from].y = drawing.nodes[near].y;
        let order = over::order(&moved, |node| [from, near, far].contains(&node));
        assert_eq!(order, [from, near, far]);
    }
}

#[test]
fn the_cord_passes_below_a_name_that_stands_level_with_its_box() {
    let mut drawing = drawn(&catalog(&LINKS, "knot"), Room::Wide);
    let find = |drawing: &Drawing, wanted: &str| drawing.nodes.iter().position(|node| node.lines.join(" ") == wanted);
    let (market, house) = (find(&drawing, "market"), find(&drawing, "house"));
    let order = [market.expect("the market is drawn"), house.expect("the house is drawn")];
    let node = &mut drawing.nodes[order[0]];
    let level =
        |y: f32| format!("L{} {}", taste::view::pixels::px(node.x + node.pane / 2.0), taste::view::pixels::px(y));
    let (through, below) = (level(node.y), level(node.y + 2.0 * node.font));
    // Its name stands on the line, then in two lines around it.
    (node.lines, node.name_at.1, node.years) = (vec!["market".to_owned()], -6.0, String::new());
    assert!(over::path(&drawing, &order).contains(&through));
    let node = &mut drawing.nodes[order[0]];
    (node.lines, node.name_at.1, node.leading) = (vec!["fish".to_owned(); 2], -0.5 * node.font, 2.0 * node.font);
    let path = over::path(&drawing, &order);
    assert!(path.contains(&below) && !path.contains(&through), "{path}");
}

#[test]
fn nothing_touched_is_no_cord() {
    let drawing = drawn(&catalog(&LINKS, "knot"), Room::Wide);
    let order = over::order(&drawing, |_| false);
    assert!(order.is_empty() && over::path(&drawing, &order).is_empty());
}
