//! Whatever a visitor knows of a name finds it, and the answer says by which name.

use serde_json::json;
use taste::{
    load::load,
    model::{Catalog, Lang},
    search::{Field, Index},
};

fn district() -> Catalog {
    let name = |hans: &str, hant: &str, en: &str, jyutping: &str, pinyin: &str| json!({ "zh-Hans": hans, "zh-Hant": hant, "en": en, "jyutping": jyutping, "pinyin": pinyin });
    let mut house = name("陶陶居", "陶陶居", "Tao Tao Ju", "tou4 tou4 geoi1", "Táotáo Jū");
    house["aliases"] = json!([{ "text": "陶居", "lang": "zh-Hans" }, { "text": "House of Pottery", "lang": "en" }]);
    house["former"] =
        json!([{ "name": { "text": "葡萄居", "lang": "zh-Hant", "jyutping": "pou4 tou4 geoi1" }, "years": "1880" }]);
    let mut points = name("联络点", "聯絡點", "28 contact points", "lyun4 lok6 dim2", "liánluò diǎn");
    points["short"] = json!({ "zh-Hant": "二十八點", "en": "The points" });
    points["aliases"] = json!([{ "text": "58 trademarks", "lang": "en" }, { "text": "Plan of 2020", "lang": "en" }]);
    let entities = [
        ("tao", house),
        ("points", points),
        ("fish", name("小鱼", "小魚", "Small fish", "siu2 jyu4", "xiǎo yú")),
        ("goose", name("烧鹅", "燒鵝", "Roast goose", "siu1 ngo4", "shāo’é")),
        ("bean", name("绿豆沙", "綠豆沙", "Mung bean soup", "luk6 dau6 saa1", "lǜdòu shā")),
        ("bank", name("西关涌", "西關涌", "Café Xiguan", "sai1 gwaan1 cung1", "Xīguān Chōng")),
    ]
    .map(|(id, name)| json!({ "id": id, "kind": "k", "name": name }));
    let file = json!({ "format": 1, "kinds": [{ "id": "k", "name": { "en": "K" } }], "entities": entities });
    load(file.to_string().as_bytes()).catalog.unwrap_or_default()
}

/// Ids that a query finds, each with the field and the text that matched.
fn found(query: &str) -> Vec<(String, Field, String)> {
    let catalog = district();
    let hits = Index::new(&catalog).find(&catalog, query, Lang::ZhHant);
    hits.into_iter().map(|hit| (catalog.entity(hit.entity).id.to_string(), hit.field, hit.matched)).collect()
}

fn check(query: &str, id: &str, field: Field, matched: &str) {
    let first = found(query).into_iter().next();
    assert_eq!(first, Some((id.to_owned(), field, matched.to_owned())), "{query}");
}

#[test]
fn either_script_finds_a_name_in_the_readers_own() {
    check("烧鹅", "goose", Field::Name, "燒鵝");
    check("燒鵝", "goose", Field::Name, "燒鵝");
    check("燒鹅", "goose", Field::Name, "燒鵝");
    check("绿豆", "bean", Field::Name, "綠豆沙");
}

#[test]
fn a_variant_of_a_character_finds_what_the_file_writes_with_the_usual_one() {
    let name = |hans: &str, hant: &str| json!({ "zh-Hans": hans, "zh-Hant": hant });
    let file = json!({ "format": 1, "kinds": [{ "id": "k", "name": { "en": "K" } }], "entities": [
        { "id": "noodles", "kind": "k", "name": name("云吞面", "雲吞麵") },
        { "id": "chicken", "kind": "k", "name": name("白切鸡", "白切鷄") },
        { "id": "cake", "kind": "k", "name": name("老婆饼", "老婆餅") },
        { "id": "peak", "kind": "k", "name": { "zh-Hant": "五峰" } },
        { "id": "crowd", "kind": "k", "name": { "zh-Hant": "羣" } },
    ] });
    let catalog = load(file.to_string().as_bytes()).catalog.unwrap_or_default();
    let index = Index::new(&catalog);
    for (query, id) in [
        ("雲吞麪", "noodles"),
        ("云吞面", "noodles"),
        ("雞", "chicken"),
        ("鷄", "chicken"),
        ("鸡", "chicken"),
        ("餠", "cake"),
        ("峯", "peak"),
        ("峰", "peak"),
        ("群", "crowd"),
        ("羣", "crowd"),
    ] {
        let hits = index.find(&catalog, query, Lang::ZhHant);
        let ids: Vec<_> = hits.into_iter().map(|hit| catalog.entity(hit.entity).id.to_string()).collect();
        assert_eq!(ids, [id], "{query}");
    }
}

#[test]
fn chinese_is_found_with_spaces_between_its_characters() {
    for query in ["陶 陶 居", "陶陶 居", "陶　陶居"] {
        check(query, "tao", Field::Name, "陶陶居");
    }
    check("綠 豆", "bean", Field::Name, "綠豆沙");
    let catalog = district();
    let hits = Index::new(&catalog).find(&catalog, "燒 鵝", Lang::ZhHant);
    assert!(hits.iter().all(|hit| hit.is_plain(&catalog, Lang::ZhHant)), "the shown name begins so: {hits:?}");
}

#[test]
fn the_words_of_a_name_are_found_in_any_order_after_those_in_its_own_and_with_a_reason() {
    check("goose roast", "goose", Field::English, "Roast goose");
    check("soup mung", "bean", Field::English, "Mung bean soup");
    check("pottery house", "tao", Field::Alias, "House of Pottery");
    assert!(found("goose soup").is_empty(), "all words must stand in one name");
    assert!(found("oose roast").is_empty(), "a word begins where one of the name's does");
    let catalog = district();
    let hits = Index::new(&catalog).find(&catalog, "goose roast", Lang::En);
    assert!(hits.iter().all(|hit| !hit.is_plain(&catalog, Lang::En)), "{hits:?}");
}

#[test]
fn other_and_former_names_find_it_and_are_shown() {
    check("葡萄居", "tao", Field::Former, "葡萄居");
    check("pottery", "tao", Field::Alias, "House of Pottery");
    check("poutougeoi", "tao", Field::Jyutping, "pou4 tou4 geoi1");
    assert_eq!(found("陶居").first().map(|(id, ..)| id.as_str()), Some("tao"));
}

#[test]
fn the_short_name_of_the_map_finds_it() {
    check("the points", "points", Field::Short, "The points");
    check("二十八", "points", Field::Short, "二十八點");
}

#[test]
fn an_answer_says_why_it_is_one_but_where_the_shown_name_begins_with_what_was_asked_for() {
    let catalog = district();
    let index = Index::new(&catalog);
    for (query, lang, plain) in [
        ("roast", Lang::En, true),
        ("Roast goose", Lang::En, true),
        ("roastg", Lang::En, true),
        ("goose", Lang::En, false),
        ("oast", Lang::En, false),
        ("roast", Lang::ZhHant, false),
        ("燒", Lang::ZhHant, true),
        ("烧", Lang::ZhHant, true),
        ("鵝", Lang::ZhHant, false),
        ("燒", Lang::En, false),
        ("siu1 ngo4", Lang::ZhHant, false),
    ] {
        let hits = index.find(&catalog, query, lang);
        let goose = hits.iter().find(|hit| catalog.entity(hit.entity).id.as_str() == "goose");
        assert_eq!(goose.map(|hit| hit.is_plain(&catalog, lang)), Some(plain), "{query} in {lang:?}");
    }
}

#[test]
fn english_is_found_whatever_its_case_width_and_accents() {
    for query in ["roast goose", "ROAST", "Ｒoast", "goose", "roastgoose"] {
        check(query, "goose", Field::English, "Roast goose");
    }
    check("cafe", "bank", Field::English, "Café Xiguan");
}

#[test]
fn jyutping_is_found_with_and_without_tones_and_spaces() {
    for query in ["siu1 ngo4", "siu1ngo4", "siu ngo", "siungo", "SIU NGO", "ngo4"] {
        check(query, "goose", Field::Jyutping, "siu1 ngo4");
    }
    check("tou4tou4geoi1", "tao", Field::Jyutping, "tou4 tou4 geoi1");
    check("toutougeoi", "tao", Field::Jyutping, "tou4 tou4 geoi1");
}

#[test]
fn a_reading_with_another_tone_is_found_after_those_with_the_right_one() {
    check("siu2 ngo4", "goose", Field::Jyutping, "siu1 ngo4");
    check("shǎo’é", "goose", Field::Pinyin, "shāo’é");
    for (query, ids) in [("siu1", ["goose", "fish"]), ("siu2", ["fish", "goose"])] {
        assert_eq!(found(query).into_iter().map(|(id, ..)| id).collect::<Vec<_>>(), ids, "{query}");
    }
}

#[test]
fn a_number_in_a_name_is_found() {
    check("28 contact points", "points", Field::English, "28 contact points");
    check("28", "points", Field::English, "28 contact points");
    check("58 trademarks", "points", Field::Alias, "58 trademarks");
    check("2020", "points", Field::Alias, "Plan of 2020");
    check("Café", "bank", Field::English, "Café Xiguan");
}

#[test]
fn a_character_that_mostly_stands_for_itself_is_not_folded() {
    let facts = ["古人", "古代", "古今"]
        .map(|text| json!({ "text": { "zh-Hans": text, "zh-Hant": text }, "evidence": "unsourced" }));
    let mut facts = facts.to_vec();
    // A text that is put differently in the two scripts, by chance in as many characters.
    facts.push(json!({ "text": { "zh-Hans": "克力", "zh-Hant": "古力" }, "evidence": "unsourced" }));
    let name = |text: &str| json!({ "zh-Hans": text, "zh-Hant": text });
    let file = json!({ "format": 1, "kinds": [{ "id": "k", "name": { "en": "K" } }], "entities": [
        { "id": "old", "kind": "k", "name": name("古井"), "facts": facts },
        { "id": "gram", "kind": "k", "name": name("克重") },
    ] });
    let catalog = load(file.to_string().as_bytes()).catalog.unwrap_or_default();
    let hits = Index::new(&catalog).find(&catalog, "古", Lang::ZhHans);
    assert_eq!(hits.into_iter().map(|hit| catalog.entity(hit.entity).id.to_string()).collect::<Vec<_>>(), ["old"]);
}

#[test]
fn pinyin_is_found_with_and_without_tones_and_spaces() {
    for query in [
        "lǜdòu shā",
        "lǜ dòu shā",
        "lüdousha",
        "ludousha",
        "lu dou sha",
        "lv dou sha",
        "lvdousha",
        "lv4dou4sha1",
        "lu4 dou4 sha1",
    ] {
        check(query, "bean", Field::Pinyin, "lǜdòu shā");
    }
    for query in ["xiguan chong", "xī guān chōng", "xi1guan1chong1", "xi guan chong"] {
        check(query, "bank", Field::Pinyin, "Xīguān Chōng");
    }
    check("shaoe", "goose", Field::Pinyin, "shāo’é");
    check("shao e", "goose", Field::Pinyin, "shāo’é");
}

#[test]
fn what_is_no_name_finds_nothing() {
    for query in ["", "   ", "?!", "zzz", "鲍鱼", "1"] {
        assert!(found(query).is_empty(), "{query}: {:?}", found(query));
    }
}
