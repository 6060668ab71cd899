//! Walks: stops in order, how far apart they are, and the same for other maps.
//!
//! Positions are WGS-84, as in the file; Amap wants GCJ-02. Distances run straight from stop to stop, as the crow flies.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    model::{
        Catalog, EntityIx, Id, KindIx, Lang,
        datum::{Position, gcj02, metres},
    },
    sorting::sort,
    trace::Trace,
    view::ground,
};

/// The position of a stop, where a source gives one.
pub fn position(catalog: &Catalog, stop: EntityIx) -> Option<Position> {
    catalog.entity(stop).place.as_ref()?.position
}

/// Metres from stop to stop, straight; `None` where fewer than two stops have a position.
pub fn length(catalog: &Catalog, stops: &[EntityIx]) -> Option<f64> {
    let placed: Vec<Position> = stops.iter().filter_map(|stop| position(catalog, *stop)).collect();
    (placed.len() > 1).then(|| placed.windows(2).map(|pair| metres(pair[0], pair[1])).sum())
}

/// What is lit in a trace and can be visited: all but goods, in the order of the file.
fn visitable<'a>(catalog: &'a Catalog, trace: &'a Trace) -> impl Iterator<Item = EntityIx> + 'a {
    let goods = |kind: KindIx| catalog.kinds.get(kind.at()).is_some_and(|kind| kind.goods);
    let lit = catalog.each_entity().filter(|(entity, _)| trace.part(*entity).is_lit());
    lit.filter(move |(_, record)| !goods(record.kind)).map(|(entity, _)| entity)
}

/// The stops of a trace: what is lit, can be visited and has a place. First what stands somewhere, in a walking order: from the
/// westernmost always to the nearest that is left, then turned about wherever two ways cross that need not (2-opt, Croes 1958). For
/// this order, and for nothing else, a house without a position stands where its number puts it along its street on the base map.
/// Then what has an address or a street alone, street by street and by house number; where in the walk that comes nobody can tell.
pub fn along(catalog: &Catalog, trace: &Trace) -> Vec<EntityIx> {
    let numbered = ground::by_house_number(catalog);
    let by_number = |entity: EntityIx| numbered.iter().find(|(set, _)| *set == entity).map(|(_, at)| *at);
    let stands = |entity: EntityIx| position(catalog, entity).or_else(|| by_number(entity));
    let mut stops = way(visitable(catalog, trace).filter_map(|entity| Some((entity, stands(entity)?))).collect());
    let addressed = |entity: EntityIx| {
        let place = catalog.entity(entity).place.as_ref();
        place.is_some_and(|place| place.address.is_some() || place.street.is_some()) && stands(entity).is_none()
    };
    stops.extend(by_street(catalog, visitable(catalog, trace).filter(|entity| addressed(*entity)).collect()));
    stops
}

/// Stops street by street, in the order in which streets are first named, each by house number; last what names no street.
fn by_street(catalog: &Catalog, stops: Vec<EntityIx>) -> Vec<EntityIx> {
    let street = |stop: EntityIx| catalog.entity(stop).place.as_ref()?.street.as_ref().map(Id::as_str);
    let first = |stop: EntityIx| {
        let named = street(stop).and_then(|named| stops.iter().position(|other| street(*other) == Some(named)));
        named.unwrap_or(stops.len())
    };
    let number = |stop: EntityIx| ground::house_number(catalog.entity(stop)).unwrap_or(u32::MAX);
    let mut out = stops.clone();
    sort(&mut out, |a, b| (first(*a), number(*a), *a).cmp(&(first(*b), number(*b), *b)));
    out
}

/// Who stands where, in a walking order.
fn way(mut left: Vec<(EntityIx, Position)>) -> Vec<EntityIx> {
    let first = left.iter().enumerate().min_by(|(_, (_, a)), (_, (_, b))| a.1.total_cmp(&b.1)).map(|(at, _)| at);
    let Some(first) = first else { return Vec::new() };
    let mut way = vec![left.remove(first)];
    while let Some((_, last)) = way.last().copied() {
        let near = |at: &(EntityIx, Position)| metres(last, at.1);
        let next = left.iter().enumerate().min_by(|(_, a), (_, b)| near(a).total_cmp(&near(b))).map(|(at, _)| at);
        let Some(next) = next else { break };
        way.push(left.remove(next));
    }
    let far = |way: &[(EntityIx, Position)], a: usize, b: usize| metres(way[a].1, way[b].1);
    let mut better = true;
    while better {
        better = false;
        for from in 1..way.len().saturating_sub(1) {
            for to in from + 1..way.len() {
                let after = if to + 1 < way.len() { far(&way, to, to + 1) } else { 0.0 };
                let turned = if to + 1 < way.len() { far(&way, from, to + 1) } else { 0.0 };
                if far(&way, from - 1, to) + turned + 0.01 < far(&way, from - 1, from) + after {
                    way[from..=to].reverse();
                    better = true;
                }
            }
        }
    }
    way.into_iter().map(|(entity, _)| entity).collect()
}

/// A text within XML.
fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The stops with positions as GPX 1.1, made by the site of the file: way points, and one route through them.
pub fn gpx(catalog: &Catalog, name: &str, stops: &[EntityIx], lang: Lang) -> String {
    let point = |tag: &str, stop: &EntityIx| {
        position(catalog, *stop).map(|(lat, lon)| {
            let name = xml(catalog.entity(*stop).name.full.words(lang));
            format!("<{tag} lat=\"{lat}\" lon=\"{lon}\"><name>{name}</name></{tag}>\n")
        })
    };
    let points: String = stops.iter().filter_map(|stop| point("wpt", stop)).collect();
    let route: String = stops.iter().filter_map(|stop| point("rtept", stop)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"{}\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n{points}<rte><name>{}</name>\n{route}</rte>\n</gpx>\n",
        xml(catalog.site.title.words(lang)),
        xml(name)
    )
}

/// A text within JSON.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if u32::from(c) < 32 => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + "\""
}

/// The stops with positions as `GeoJSON` (RFC 7946): a point for each, longitude first.
pub fn geojson(catalog: &Catalog, stops: &[EntityIx], lang: Lang) -> String {
    let feature = |(place, stop): (usize, &EntityIx)| {
        let (lat, lon) = position(catalog, *stop)?;
        let name = json(catalog.entity(*stop).name.full.words(lang));
        let geometry = format!("{{\"type\":\"Point\",\"coordinates\":[{lon},{lat}]}}");
        let properties = format!("{{\"name\":{name},\"stop\":{}}}", place + 1);
        Some(format!("{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{properties}}}"))
    };
    let features: Vec<String> = stops.iter().enumerate().filter_map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}\n", features.join(","))
}

/// Where other maps show an entity: their names with addresses. By position where there is one, each in the datum it wants, else by
/// name and address, written as they are in the place: in the first language of the file; for Amap in the first Chinese one, where
/// the file has any.
pub fn elsewhere(catalog: &Catalog, entity: EntityIx, lang: Lang) -> Vec<(&'static str, String)> {
    let record = catalog.entity(entity);
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let Some((lat, lon)) = position(catalog, entity) else {
        let address = record.place.as_ref().and_then(|place| place.address.as_ref());
        let written = |lang: Lang| {
            let parts = address.into_iter().chain([&record.name.full]).map(|part| part.words(lang));
            encode(&parts.collect::<Vec<_>>().join(" "))
        };
        let languages = &catalog.site.languages;
        let local = languages.first().copied().unwrap_or(lang);
        let chinese = languages.iter().copied().find(|lang| lang.is_chinese()).unwrap_or(local);
        let asked = written(local);
        return vec![
            ("Amap", format!("https://uri.amap.com/search?keyword={}", written(chinese))),
            ("Apple Maps", format!("https://maps.apple.com/?q={asked}")),
            ("Google Maps", format!("https://www.google.com/maps/search/?api=1&query={asked}")),
            ("OpenStreetMap", format!("https://www.openstreetmap.org/search?query={asked}")),
        ];
    };
    let (north, east) = gcj02((lat, lon));
    // A marker is labelled for the reader.
    let name = encode(record.name.full.words(lang));
    vec![
        ("Amap", format!("https://uri.amap.com/marker?position={east:.6},{north:.6}&name={name}&coordinate=gaode")),
        ("Apple Maps", format!("https://maps.apple.com/?ll={lat},{lon}&q={name}")),
        ("Google Maps", format!("https://www.google.com/maps/search/?api=1&query={lat},{lon}")),
        ("OpenStreetMap", format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::load,
        model::{Depth, EvidenceSet, LensIx},
        trace::{self, Request},
    };

    /// Four houses on one street, west to east a, b, c, d, all supplied by a; e without a place, f with a street alone, and g,
    /// goods from that street.
    fn catalog() -> Catalog {
        let house = |id: &str, lon: &str| {
            format!(
                "{{\"id\":\"{id}\",\"kind\":\"{}\",\"stage\":\"{}\",\"name\":{{\"en\":\"{id} & \\\"co\\\"\"}}{lon}}}",
                if id == "g" { "goods" } else { "k" },
                if id == "a" { "s" } else { "t" }
            )
        };
        let at = |lon: &str| format!(",\"place\":{{\"lat\":23.12,\"lon\":{lon}}}");
        let entities = [
            ("a", at("113.23")),
            ("d", at("113.26")),
            ("b", at("113.24")),
            ("c", at("113.25")),
            ("e", String::new()),
            ("f", ",\"place\":{\"street\":\"lane\"}".to_owned()),
            ("g", at("113.245")),
        ];
        let entities: Vec<String> = entities.iter().map(|(id, at)| house(id, at)).collect();
        let links: Vec<String> = ["b", "c", "d", "e", "f", "g"]
            .iter()
            .map(|to| format!("{{\"from\":\"a\",\"to\":\"{to}\",\"kind\":\"supplies\",\"evidence\":\"unsourced\"}}"))
            .collect();
        let file = format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"]}},\"stages\":[{{\"id\":\"s\",\"name\":{{\"en\":\"S\"}}}},{{\"id\":\"t\",\"name\":{{\"en\":\"T\"}}}}],\"kinds\":[{{\"id\":\"k\",\"name\":{{\"en\":\"K\"}}}},{{\"id\":\"goods\",\"name\":{{\"en\":\"G\"}},\"goods\":true}}],\"linkKinds\":[{{\"id\":\"supplies\",\"flow\":true,\"name\":{{\"en\":\"supplies\"}}}}],\"entities\":[{}],\"links\":[{}]}}",
            entities.join(","),
            links.join(",")
        );
        load(file.as_bytes()).catalog.unwrap_or_default()
    }

    /// The whole chain of the first entity.
    fn everything() -> Request {
        let (up, down) = (Depth::All, Depth::All);
        Request { focus: EntityIx(0), up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL }
    }

    fn ids(catalog: &Catalog, stops: &[EntityIx]) -> String {
        stops.iter().map(|stop| catalog.entity(*stop).id.as_str()).collect()
    }

    #[test]
    fn a_trace_is_walked_in_order_then_what_has_a_street_alone_and_neither_goods_nor_what_has_no_place() {
        let catalog = catalog();
        let stops = along(&catalog, &trace::run(&catalog, everything()));
        assert_eq!(ids(&catalog, &stops), "abcdf");
        let walked = length(&catalog, &stops).unwrap_or_default();
        assert!((walked - 3068.0).abs() < 10.0, "{walked}");
        assert_eq!(length(&catalog, &[EntityIx(4)]), None);
    }

    #[test]
    fn a_house_without_a_position_comes_where_its_number_puts_it_and_others_by_street_and_number() {
        let house = |id: &str, place: &str| {
            format!(
                "{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}},\"place\":{{{place}}}}}"
            )
        };
        let on = |street: &str, number: &str| format!("\"street\":\"{street}\",\"number\":\"{number}\"");
        let at = |lon: &str, number: &str| format!("\"lat\":23.12,\"lon\":{lon},{}", on("lane", number));
        let entities = [
            house("a", &at("113.23", "1")),
            house("f", &on("far", "9")),
            house("c", "\"address\":{\"en\":\"somewhere\"}"),
            house("h", &on("hill", "2")),
            house("e", &on("far", "3")),
            house("d", &at("113.26", "31")),
            house("b", &on("lane", "11")),
        ];
        let links: Vec<String> = ["b", "c", "d", "e", "f", "h"]
            .iter()
            .map(|to| format!("{{\"from\":\"a\",\"to\":\"{to}\",\"kind\":\"l\",\"evidence\":\"unsourced\"}}"))
            .collect();
        let file = format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"]}},\"stages\":[{{\"id\":\"s\",\"name\":{{\"en\":\"S\"}}}}],\"kinds\":[{{\"id\":\"k\",\"name\":{{\"en\":\"K\"}}}}],\"linkKinds\":[{{\"id\":\"l\",\"flow\":true,\"name\":{{\"en\":\"l\"}}}}],\"entities\":[{}],\"links\":[{}],\"map\":{{\"bounds\":{{\"south\":23.10,\"west\":113.22,\"north\":23.14,\"east\":113.27}},\"shapes\":[{{\"id\":\"lane\",\"kind\":\"street\",\"name\":{{\"en\":\"Lane\"}},\"points\":[[23.12,113.22],[23.12,113.27]]}}]}}}}",
            entities.join(","),
            links.join(",")
        );
        let catalog = load(file.as_bytes()).catalog.unwrap_or_default();
        let stops = along(&catalog, &trace::run(&catalog, everything()));
        // Between the two whose positions are known; then far, then hill, then what names no street.
        assert_eq!(ids(&catalog, &stops), "abdefhc");
        // The place that a number gives is for the order alone.
        assert_eq!(length(&catalog, &stops), length(&catalog, &[stops[0], stops[2]]));
        assert_eq!(gpx(&catalog, "w", &stops, Lang::En).matches("<wpt ").count(), 2);
    }

    #[test]
    fn other_programs_can_read_the_stops() {
        let catalog = catalog();
        let stops = [EntityIx(0), EntityIx(4), EntityIx(1)];
        let gpx = gpx(&catalog, "A <walk>", &stops, Lang::En);
        assert_eq!(gpx.matches("<wpt ").count(), 2);
        assert!(gpx.contains("<rtept lat=\"23.12\" lon=\"113.23\"><name>a &amp; &quot;co&quot;</name>"), "{gpx}");
        assert!(gpx.contains("<name>A &lt;walk&gt;</name>"));
        let json: serde_json::Value = serde_json::from_str(&geojson(&catalog, &stops, Lang::En)).unwrap_or_default();
        assert_eq!(json["features"][1]["geometry"]["coordinates"], serde_json::json!([113.26, 23.12]));
        assert_eq!(json["features"][0]["properties"]["name"], "a & \"co\"");
    }

    #[test]
    fn each_other_map_gets_the_datum_it_wants_and_a_name_where_there_is_no_position() {
        let catalog = catalog();
        let known = elsewhere(&catalog, EntityIx(0), Lang::En);
        // GCJ-02 lies about 530 m east of WGS-84 here.
        assert!(known[0].1.starts_with("https://uri.amap.com/marker?position=113.235"), "{}", known[0].1);
        assert!(known[3].1.contains("mlat=23.12&mlon=113.23"));
        let unknown = elsewhere(&catalog, EntityIx(4), Lang::En);
        assert!(unknown.iter().all(|(_, address)| address.contains("e%20%26%20%22co%22")), "{unknown:?}");
    }

    /// A file in some languages with one house without a position, named in all of them.
    fn written_in(languages: &str) -> Catalog {
        let file = r#"{ "format": 1, "site": { "title": { "zh-Hant": "碼頭 & 街", "en": "Quay & Street" }, "languages": [LANGUAGES] },
            "kinds": [{ "id": "k", "name": { "en": "K" } }],
            "entities": [{ "id": "a", "kind": "k", "name": { "zh-Hans": "楼", "zh-Hant": "樓", "en": "House" }, "place": { "address": { "zh-Hans": "里", "zh-Hant": "裏", "en": "Lane" } } }] }"#;
        load(file.replace("LANGUAGES", languages).as_bytes()).catalog.unwrap_or_default()
    }

    #[test]
    fn other_maps_are_asked_in_the_languages_of_the_file_not_in_that_of_the_page() {
        let (simplified, traditional, english) = ("%E9%87%8C%20%E6%A5%BC", "%E8%A3%8F%20%E6%A8%93", "Lane%20House");
        for (languages, amap, others) in [
            (r#""zh-Hans", "zh-Hant", "en""#, simplified, simplified),
            (r#""zh-Hant", "zh-Hans", "en""#, traditional, traditional),
            (r#""en", "zh-Hant""#, traditional, english),
            (r#""en""#, english, english),
        ] {
            let catalog = written_in(languages);
            for lang in Lang::ALL {
                let asked = elsewhere(&catalog, EntityIx(0), lang);
                assert_eq!(asked.len(), 4);
                for (map, address) in asked {
                    let wanted = if map == "Amap" { amap } else { others };
                    assert!(address.ends_with(wanted), "{languages} {lang:?} {map}: {address}");
                }
            }
        }
    }

    #[test]
    fn a_track_names_the_site_of_the_file_as_its_maker() {
        let catalog = written_in(r#""en", "zh-Hant""#);
        for (lang, title) in [(Lang::En, "Quay &amp; Street"), (Lang::ZhHant, "碼頭 &amp; 街")] {
            let gpx = gpx(&catalog, "w", &[EntityIx(0)], lang);
            assert!(gpx.contains(&format!("<gpx version=\"1.1\" creator=\"{title}\" ")), "{gpx}");
        }
    }
}
