//! A walk as a file for other programs: GPX and `GeoJSON`, with the credit of the base map its positions may come from.

use super::{position, vague};
use crate::{
    model::{Catalog, EntityIx, Lang, PositionPrecision},
    words,
};

/// A text within XML, also between quotes. What no XML can hold is left out.
fn xml(text: &str) -> String {
    let held: String =
        text.chars().filter(|c| *c >= ' ' && !matches!(c, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')).collect();
    held.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The stops with positions as GPX 1.1, made by the site of the file: way points, and one route through them where there are several.
pub fn gpx(catalog: &Catalog, name: &str, stops: &[EntityIx], lang: Lang) -> String {
    let points = |tag: &str| -> Vec<String> {
        let point = |stop: &EntityIx| {
            let ((lat, lon), name) = (position(catalog, *stop)?, xml(catalog.entity(*stop).name.full.words(lang)));
            // A point that is only the middle of an area says so: on another map it would look like a door.
            let told = vague(catalog, *stop).map(|_| format!("<desc>{}</desc>", xml(words::places(lang).area)));
            let told = told.unwrap_or_default();
            Some(format!("<{tag} lat=\"{lat}\" lon=\"{lon}\"><name>{name}</name>{told}</{tag}>\n"))
        };
        stops.iter().filter_map(point).collect()
    };
    let credit = catalog.map.as_ref().and_then(|map| map.credit.as_ref()).map_or_else(String::new, |credit| {
        let licence = credit.url.as_ref().map_or_else(String::new, |url| format!("<license>{}</license>", xml(url)));
        format!("<copyright author=\"{}\">{licence}</copyright>", xml(credit.name.words(lang)))
    });
    let (name, waypoints, route) = (xml(name), points("wpt"), points("rtept"));
    let route =
        if route.len() > 1 { format!("<rte><name>{name}</name>\n{}</rte>\n", route.concat()) } else { String::new() };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"{}\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<metadata><name>{name}</name>{credit}</metadata>\n{}{route}</gpx>\n",
        xml(catalog.site.title.words(lang)),
        waypoints.concat(),
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

/// The stops with positions as `GeoJSON` (RFC 7946): a point for each, longitude first. The credit stands beside them, as a member that
/// the format leaves to whoever writes it.
pub fn geojson(catalog: &Catalog, name: &str, stops: &[EntityIx], lang: Lang) -> String {
    let feature = |(place, stop): (usize, &EntityIx)| {
        let (lat, lon) = position(catalog, *stop)?;
        let name = json(catalog.entity(*stop).name.full.words(lang));
        let geometry = format!("{{\"type\":\"Point\",\"coordinates\":[{lon},{lat}]}}");
        let precision = match vague(catalog, *stop) {
            Some(PositionPrecision::Area) => ",\"precision\":\"area\"",
            Some(PositionPrecision::Street) => ",\"precision\":\"street\"",
            Some(PositionPrecision::Building) | None => "",
        };
        let properties = format!("{{\"name\":{name},\"stop\":{}{precision}}}", place + 1);
        Some(format!("{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{properties}}}"))
    };
    let features: Vec<String> = stops.iter().enumerate().filter_map(feature).collect();
    let credit = catalog.map.as_ref().and_then(|map| map.credit.as_ref()).map_or_else(String::new, |credit| {
        let url = credit.url.as_ref().map_or_else(String::new, |url| format!(",\"url\":{}", json(url)));
        format!("\"credit\":{{\"name\":{}{url}}},", json(credit.name.words(lang)))
    });
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":{},{credit}\"features\":[{}]}}\n",
        json(name),
        features.join(",")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    /// A house with a position, one of which an area is known, and one without; the base map, where there is one, with a credit.
    fn catalog(map: &str) -> Catalog {
        let house = |id: &str, place: &str| {
            format!(
                "{{\"id\":\"{id}\",\"kind\":\"k\",\"name\":{{\"en\":\"{id} & \\\"co\\\"\"}},\"place\":{{{place}}}}}"
            )
        };
        let entities = [
            house("a", "\"lat\":23.12,\"lon\":113.23"),
            house("b", "\"lat\":23.12,\"lon\":113.26,\"precision\":\"area\""),
            house("c", "\"address\":{\"en\":\"A lane\"}"),
        ];
        let file = format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"Quay & Street\",\"zh-Hant\":\"碼頭 & 街\"}},\"languages\":[\"en\",\"zh-Hant\"]}},\"kinds\":[{{\"id\":\"k\",\"name\":{{\"en\":\"K\"}}}}],\"entities\":[{}]{map}}}",
            entities.join(",")
        );
        load(file.as_bytes()).catalog.unwrap_or_default()
    }

    const CREDITED: &str = ",\"map\":{\"bounds\":{\"south\":23.10,\"west\":113.22,\"north\":23.14,\"east\":113.27},\"shapes\":[],\"credit\":{\"name\":{\"en\":\"© A & B <mappers>\"},\"url\":\"https://example.org/c?a=1&b=2\"}}";

    const ALL: [EntityIx; 3] = [EntityIx(0), EntityIx(2), EntityIx(1)];

    #[test]
    fn other_programs_can_read_the_stops() {
        let catalog = catalog("");
        let gpx = gpx(&catalog, "A <walk> & \"more\"", &ALL, Lang::En);
        let read = roxmltree::Document::parse(&gpx).unwrap_or_else(|error| panic!("{error}: {gpx}"));
        let named = |tag: &str| -> Vec<&str> {
            read.descendants()
                .filter(|node| node.has_tag_name(tag))
                .filter_map(|node| node.first_element_child()?.text())
                .collect()
        };
        assert_eq!(named("wpt"), ["a & \"co\"", "b & \"co\""]);
        assert_eq!(named("rtept"), named("wpt"));
        assert_eq!([named("metadata"), named("rte")], [["A <walk> & \"more\""], ["A <walk> & \"more\""]]);
        let json: serde_json::Value =
            serde_json::from_str(&geojson(&catalog, "A \"walk\"", &ALL, Lang::En)).unwrap_or_default();
        assert_eq!(json["features"][1]["geometry"]["coordinates"], serde_json::json!([113.26, 23.12]));
        assert_eq!(json["features"][0]["properties"]["name"], "a & \"co\"");
        // The second stop has no point, and its number is left free.
        assert_eq!([0, 1].map(|at| json["features"][at]["properties"]["stop"].as_u64()), [Some(1), Some(3)]);
        assert_eq!((json["name"].as_str(), json.get("credit")), (Some("A \"walk\""), None));
    }

    #[test]
    fn what_is_taken_along_carries_the_credit_of_the_base_map_and_where_its_licence_is() {
        let catalog = catalog(CREDITED);
        let gpx = gpx(&catalog, "w", &ALL, Lang::En);
        let read = roxmltree::Document::parse(&gpx).unwrap_or_else(|error| panic!("{error}: {gpx}"));
        let credit = read.descendants().find(|node| node.has_tag_name("copyright")).expect("it is credited");
        assert_eq!(credit.parent().map(|node| node.tag_name().name()), Some("metadata"));
        assert_eq!(credit.attribute("author"), Some("© A & B <mappers>"));
        assert_eq!(credit.first_element_child().and_then(|node| node.text()), Some("https://example.org/c?a=1&b=2"));
        let json: serde_json::Value = serde_json::from_str(&geojson(&catalog, "w", &ALL, Lang::En)).unwrap_or_default();
        assert_eq!(
            json["credit"],
            serde_json::json!({ "name": "© A & B <mappers>", "url": "https://example.org/c?a=1&b=2" })
        );
    }

    #[test]
    fn signs_of_markup_and_what_no_markup_can_hold_do_not_break_the_file() {
        assert_eq!(xml("<a b=\"c\"> & d\u{1}\u{b}\u{fffe}\u{84}\n"), "&lt;a b=&quot;c&quot;&gt; &amp; d");
        assert_eq!(xml("粥艇 ’é"), "粥艇 ’é");
    }

    #[test]
    fn a_point_that_is_the_middle_of_an_area_says_so_and_no_other_does() {
        let catalog = catalog("");
        for lang in [Lang::En, Lang::ZhHant] {
            let gpx = gpx(&catalog, "w", &ALL, lang);
            let read = roxmltree::Document::parse(&gpx).unwrap_or_else(|error| panic!("{error}: {gpx}"));
            let points = read.descendants().filter(|node| node.has_tag_name("wpt"));
            let told: Vec<Option<&str>> =
                points.map(|point| point.children().find(|part| part.has_tag_name("desc"))?.text()).collect();
            assert_eq!(told, [None, Some(words::places(lang).area)]);
        }
        let json: serde_json::Value = serde_json::from_str(&geojson(&catalog, "w", &ALL, Lang::En)).unwrap_or_default();
        let precision = |at: usize| json["features"][at]["properties"].get("precision").cloned();
        assert_eq!([precision(0), precision(1)], [None, Some("area".into())]);
    }

    #[test]
    fn one_point_is_a_way_point_and_no_route() {
        let gpx = gpx(&catalog(""), "w", &ALL[..2], Lang::En);
        assert_eq!(["<wpt ", "<rte>", "<rtept "].map(|tag| gpx.matches(tag).count()), [1, 0, 0]);
    }

    #[test]
    fn a_track_names_the_site_of_the_file_as_its_maker() {
        for (lang, title) in [(Lang::En, "Quay &amp; Street"), (Lang::ZhHant, "碼頭 &amp; 街")] {
            let gpx = gpx(&catalog(""), "w", &ALL, lang);
            assert!(gpx.contains(&format!("<gpx version=\"1.1\" creator=\"{title}\" ")), "{gpx}");
        }
    }
}
