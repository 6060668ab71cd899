//! The report that the Party-building chain rests on: each of its facts is read on its page, in each language.
//!
//! The table is written from the report, not from the data file: what a fact needs to be told, and where. It holds the file to the report.

use std::collections::BTreeMap;

use scraper::{ElementRef, Selector};
use serde_json::Value;
use taste::{
    model::{EvidenceSet, Lang, LensIx},
    ui::context::Library,
    view::over::{Laid, Over},
};

use super::stand::{XIGUAN, library, library_of, now, page};

/// Where the facts on the report itself are told: its author, its issuer, its date.
const BUREAU: &str = "entity/lw-shi-jian-ju";
/// The plate on which all others are.
const PLATE: &str = "plate/party-building";

/// A fact of the report: its number, the section of the plate that tells it (none: the page of the bureau), and what must be read there in
/// simplified Chinese, in traditional Chinese and in English, each part by itself, parted by a bar.
type Fact = (u32, &'static str, [&'static str; 3]);

#[rustfmt::skip]
const FACTS: [Fact; 56] = [
    (1, "where-it-began", ["老城区“小个专”党建工作的方法和路径", "老城區「小個專」黨建工作的方法和路徑", "methods and paths|in an old district"]),
    (2, "where-it-began", ["“小个专”|小微企业、个体工商户、专业市场", "「小個專」|小微企業、個體工商戶、專業市場", "Xiao-ge-zhuan|small and micro firms, self-employed traders and specialised markets"]),
    (3, "five-parties", ["2021年3月成立|党建的“红”|助推区域经济社会", "2021年3月成立|黨建的「紅」|助推區域經濟社會", "Set up in March 2021|“red”|economy and society"]),
    (4, "three-phases", ["萌芽|探索|发展", "萌芽|探索|發展", "Germination|Exploration|Development"]),
    (5, "three-phases", ["在老城区的这类主体里发展壮大|在荔湾怎样行得通|怎样做得更好", "在老城區的這類主體裏發展壯大|在荔灣怎樣行得通|怎樣做得更好", "Can it grow|How can it work here|How can it be done better"]),
    (6, "where-it-began", ["2018年10月|习近平|老城市新活力", "2018年10月|習近平|老城市新活力", "October 2018|Xi Jinping|new vitality for an old city"]),
    (7, "where-it-began", ["2000多年商贸历史", "2000多年商貿歷史", "over 2,000 years"]),
    (8, "where-it-began", ["专业批发市场近全市四分之一", "專業批發市場近全市四分之一", "almost a quarter of the city’s specialised wholesale markets"]),
    (9, "where-it-began", ["瓶颈|提质增效任务重|引领作用不足", "瓶頸|提質增效任務重|引領作用不足", "hit a ceiling|much to improve|led little"]),
    (10, "where-it-began", ["2020年起|可行性调研报告|党建+特色市场|党建与经营融合|凝聚商户|转型升级", "2020年起|可行性調研報告|黨建+特色市場|黨建與經營融合|凝聚商戶|轉型升級", "From 2020|feasibility report|Party-building + signature markets|Party-building merged with business|unite merchants|renew the markets"]),
    (11, "where-it-began", ["走访调研|古桥茶街|清平中药材市场|步云天地国际鞋城", "走訪調研|古橋茶街|清平中藥材市場|步雲天地國際鞋城", "surveyed|Guqiao Tea Street|Qingping Herbal Medicine Market|Buyun Tiandi International Shoe City"]),
    (12, "where-it-began", ["体量大、规模小、分布散、流动快", "體量大、規模小、分佈散、流動快", "many, small, scattered, fast-moving"]),
    (13, "five-parties", ["“小个专”党委谋划|业务科室指导|指导站细化推进|街道有力领导|企业发挥主体作用", "「小個專」黨委謀劃|業務科室指導|指導站細化推進|街道有力領導|企業發揮主體作用", "committee plans|sections guide|stations work it out and carry it on|sub-districts give strong leadership|enterprises are the main actors"]),
    (14, "stations", ["日常走访、教育宣传、指导帮扶|最后一公里", "日常走訪、教育宣傳、指導幫扶|最後一公里", "visiting, education and publicity, and assistance|last kilometre"]),
    (15, "stations", ["22 个 指导站", "22 個 指導站", "22 guidance stations"]),
    (16, "stations", ["57,800 家 私营企业|网格", "57,800 家 私營企業|網格", "57,800 private enterprises|grid"]),
    (17, "stations", ["84,700 户 个体工商户|网格", "84,700 戶 個體工商戶|網格", "84,700 self-employed traders|grid"]),
    (18, "stations", ["120 个 专业市场", "120 個 專業市場", "120 specialised markets"]),
    (19, "pilot", ["古桥茶街|管理较规范|党员较多|觉悟较高", "古橋茶街|管理較規範|黨員較多|覺悟較高", "Guqiao Tea Street|orderly management|many members|willing merchants"]),
    (20, "pilot", ["高起点规划、高标准建设、高效能管理|样板间", "高起點規劃、高標準建設、高效能管理|樣板間", "high start in planning|high standards in building|high effect in management|show flat"]),
    (21, "one-core", ["要覆盖市场环境、产业发展、诚信建设、消费维权", "要覆蓋市場環境、產業發展、誠信建設、消費維權", "is to cover four fields: market environment, industry, integrity and consumer rights"]),
    (22, "one-core", ["一核、三向、多元|党建引领|优质服务|诚信经营|发展转型|市场多元发展", "一核、三向、多元|黨建引領|優質服務|誠信經營|發展轉型|市場多元發展", "One core, three directions, many forms|Party-building leads|good service|honest trade|change and growth|many forms of market"]),
    (23, "upgrade-plan", ["荔湾区专业市场提质升级工作方案", "荔灣區專業市場提質升級工作方案", "district plan for specialised markets"]),
    (24, "upgrade-plan", ["6 个 领域|茶叶、中药材、花卉、水产、服装、鞋业", "6 個 領域|茶葉、中藥材、花卉、水產、服裝、鞋業", "6 fields|Tea, herbal medicine, flowers, aquatic products, garments and footwear"]),
    (25, "upgrade-plan", ["多元发展|双循环", "多元發展|雙循環", "diversify|dual circulation"]),
    (26, "three-shows", ["28 个 联系点|一站一联系点|22个指导站", "28 個 聯繫點|一站一聯繫點|22個指導站", "28 contact points|One station, one contact point|22 stations"]),
    (27, "three-shows", ["小微企业、个体工商户、专业市场|亮身份、亮职责、亮承诺", "小微企業、個體工商戶、專業市場|亮身份、亮職責、亮承諾", "Small and micro firms, self-employed traders and markets|identity, duty and promise"]),
    (28, "three-shows", ["58 户 党员经营户", "58 戶 黨員經營戶", "58 member operators"]),
    (29, "yearly-honours", ["每年评选一次|累计|5 党员先锋岗|7 诚信企业|32 诚信商户|9 信得过商户", "每年評選一次|累計|5 黨員先鋒崗|7 誠信企業|32 誠信商戶|9 信得過商戶", "once a year|so far|5 Party-member vanguard posts|7 honest enterprises|32 honest merchants|9 trusted merchants"]),
    (30, "yearly-honours", ["党员带商户、组织带发展|共建共治共享", "黨員帶商戶、組織帶發展|共建共治共享", "members lead merchants, the organisation leads growth|built, governed and shared"]),
    (31, "one-stop", ["“小个专”党建|市场监管一站式", "「小個專」黨建|市場監管一站式", "one-stop market regulation"]),
    (32, "six-brands", ["羊城红骑手 荔湾新活力|党建+新业态|永庆坊|党建+品牌保护|古桥茶街|党建+信用|清平中药材市场|党建+标准化|黄沙水产|党建+计量|国际医药港|党建+健康产业", "羊城紅騎手 荔灣新活力|黨建+新業態|永慶坊|黨建+品牌保護|古橋茶街|黨建+信用|清平中藥材市場|黨建+標準化|黃沙水產|黨建+計量|國際醫藥港|黨建+健康產業", "Guangzhou Red Riders, new vitality of Liwan|Party-building + new trades|Yongqingfang|Party-building + brand protection|Guqiao Tea Street|Party-building + credit|Qingping Herbal Medicine Market|Party-building + standardisation|Huangsha|Party-building + metrology|Pharma Port|Party-building + health industry"]),
    (33, "one-stop", ["2 个 骑手流动党员支部|2022年成立|全市率先", "2 個 騎手流動黨員支部|2022年成立|全市率先", "2 rider branches|Set up in 2022 for mobile members|first in the city"]),
    (34, "one-stop", ["2 个 “羊城红骑手”指导站", "2 個 「羊城紅騎手」指導站", "2 rider stations"]),
    (35, "one-stop", ["“三抓三带”工程推进会|市“小个专”党委|龙津市场监管所指导站", "「三抓三帶」工程推進會|市「小個專」黨委|龍津市場監管所指導站", "three grasps, three leads|meeting on Party-building in new trades|the city’s committee|Longjin station"]),
    (36, "marks-protected", ["西关文旅集团|区局指导|为永庆坊、荔枝湾等知名地名做知识产权布局", "西關文旅集團|區局指導|為永慶坊、荔枝灣等知名地名做知識產權佈局", "Xiguan culture and tourism group|guidance|intellectual property for well-known place names such as Yongqingfang and Lychee Bay"]),
    (37, "marks-protected", ["58 个 “永庆坊”商标|“永庆坊”系列商标注册了58个", "58 個 「永慶坊」商標|「永慶坊」系列商標註冊了58個", "58 Yongqingfang trademarks|58 of the “Yongqingfang” series are registered"]),
    (38, "marks-protected", ["不被侵占|全国首个|全链条保护运用新模式", "不被侵佔|全國首個|全鏈條保護運用新模式", "not taken over|country’s first full-chain model"]),
    (39, "tea-street", ["党支部|从没有到成立", "黨支部|從沒有到成立", "Party branch|From none to one"]),
    (40, "tea-street", ["15 → 48 名|亮明党员身份的业户|2021年4月", "15 → 48 名|亮明黨員身份的業戶|2021年4月", "15 → 48 merchants|openly known as members|April 2021"]),
    (41, "tea-street", ["2 条|商旅体验线路|古桥茶街普洱茶线路|古桥茶街特色线路|计划", "2 條|商旅體驗線路|古橋茶街普洱茶線路|古橋茶街特色線路|計劃", "2 visitor routes|planned|Guqiao Tea Street Pu’er tea route|Guqiao Tea Street special-features route"]),
    (42, "tea-street", ["抖音|线上加线下", "抖音|線上加線下", "Douyin|online beside the counter"]),
    (43, "tea-street", ["95 %以上 店铺出租率|一直如此", "95 %以上 店舖出租率|一直如此", "95 % and over shops let|All along"]),
    (44, "huangsha", ["党员挂点商户|网格", "黨員掛點商戶|網格", "attached to stalls|zoned"]),
    (45, "huangsha", ["9 户 诚信商户|5 户 党员挂点商户|由谁评，原文没有写；不是全区的|这5户由谁评，原文没有写", "9 戶 誠信商戶|5 戶 黨員掛點商戶|由誰評，原文沒有寫；不是全區的|這5戶由誰評，原文沒有寫", "9 honest merchants|5 member-attached merchants|Who chose them is not said|Who chose these five is not said"]),
    (46, "huangsha", ["团体标准|市局指导|全国首个|2020年9月25日|水产市场诚信计量管理规范", "團體標準|市局指導|全國首個|2020年9月25日|水產市場誠信計量管理規範", "group standard|city bureau’s guidance|country’s first|25 September 2020"]),
    (47, "huangsha", ["4 个 率先|先行赔付|负偏差|五统一|失信警示标志", "4 個 率先|先行賠付|負偏差|五統一|失信警示標誌", "4 firsts|Compensation in advance|tolerance for live fish and soaked goods|five unifications|name the dishonest"]),
    (48, "huangsha", ["缺斤短两|全省诚信计量制度建设示范市场", "缺斤短兩|全省誠信計量制度建設示範市場", "short-weight|model of honest measure for the whole province"]),
    (49, "next-steps", ["薄弱环节|对标上级、先进仍有差距", "薄弱環節|對標上級、先進仍有差距", "weak spots|trails the best"]),
    (50, "next-steps", ["党的二十大精神|有温度、有活力、有品质|政治、经济、社会三种效益", "黨的二十大精神|有溫度、有活力、有品質|政治、經濟、社會三種效益", "20th Party Congress|warmth, vitality and quality|political, economic and social benefit"]),
    (51, "next-steps", ["强阵地|政治效益|宣讲进企业、进党建联系点", "強陣地|政治效益|宣講進企業、進黨建聯繫點", "Strengthen the base|political benefit|in firms and at contact points"]),
    (52, "next-steps", ["促融合|经济效益|“品味西关”非遗美食文化产业党建链|餐饮上下游企业协同发展|历史文脉|西关特色|地域形象|城市记忆与乡愁", "促融合|經濟效益|「品味西關」非遺美食文化產業黨建鏈|餐飲上下游企業協同發展|歷史文脈|西關特色|地域形象|城市記憶與鄉愁", "Bring chains together|economic benefit|Taste Xiguan|up- and downstream work together|local heritage|raises its name|city’s memory and longing for home"]),
    (53, "next-steps", ["惠民生|社会效益|外卖骑手党建|提档升级|先进指导站、先锋骑手、金牌骑手", "惠民生|社會效益|外賣騎手黨建|提檔升級|先進指導站、先鋒騎手、金牌騎手", "Benefit people’s lives|social benefit|Party-building among delivery riders|raise the stations|leading stations, vanguard riders and gold-medal riders"]),
    (54, "", ["刘文浩|于成龙、张丽娟审核|黄圆圆（值班）|曾佑胜（实习）编辑", "劉文浩|于成龍、張麗娟審核|黃圓圓（值班）|曾佑勝（實習）編輯", "Liu Wenhao|Yu Chenglong and Zhang Lijuan|Huang Yuanyuan (on duty)|Zeng Yousheng (trainee)"]),
    (55, "", ["中国工商出版社新媒体和数字出版部", "中國工商出版社新媒體和數字出版部", "new-media department of China Industry & Commerce Press"]),
    (56, "", ["未署日期|2023年9月前后至年底|推断", "未署日期|2023年9月前後至年底|推斷", "no date|September and the end of 2023|inferred"]),
];

/// The words of an element that a reader sees: what is hidden until something is picked is not among them.
fn seen(element: ElementRef<'_>) -> String {
    let hidden = |node: &ElementRef<'_>| node.attr("hidden").is_some();
    let words = element.descendants().filter_map(|node| {
        let text = node.value().as_text()?;
        (!node.ancestors().filter_map(ElementRef::wrap).any(|around| hidden(&around))).then_some(&**text)
    });
    words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// `number language: phrase` for all that is not read where it should be.
fn missing(library: &Library) -> Vec<String> {
    let mut pages = BTreeMap::new();
    let mut missing = Vec::new();
    for (number, section, told) in FACTS {
        for (lang, phrases) in Lang::ALL.into_iter().zip(told) {
            let (page_of, selector) =
                if section.is_empty() { (BUREAU, "main".to_owned()) } else { (PLATE, format!("#section-{section}")) };
            let path = format!("{}/{page_of}", lang.tag());
            let body = pages.entry(path.clone()).or_insert_with(|| now(page(library, &path)));
            let place = body.select(&Selector::parse(&selector).expect("a selector")).next();
            let words = place.map(seen).unwrap_or_default();
            let left = phrases.split('|').filter(|phrase| !words.contains(phrase));
            missing.extend(left.map(|phrase| format!("{number} {}: {phrase}", lang.tag())));
        }
    }
    missing
}

#[test]
fn every_fact_is_read_on_its_page_in_every_language() {
    assert!(FACTS.iter().map(|(number, ..)| *number).eq(1..=56));
    assert_eq!(missing(&library(XIGUAN)), Vec::<String>::new());
}

#[test]
fn what_the_report_does_not_say_is_not_read_on_the_plate() {
    // That places beside Yongqingfang are among its 58 marks, and that the market of Huangsha chose its own honest merchants.
    let claims = [
        ("marks-protected", ["也在其列", "也在其列", "are among them"]),
        ("huangsha", ["黄沙自评", "黃沙自評", "Huangsha’s own"]),
    ];
    let library = library(XIGUAN);
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        let body = now(page(&library, &format!("{}/{PLATE}", lang.tag())));
        for (section, claimed) in claims {
            let place = body.select(&Selector::parse(&format!("#section-{section}")).expect("a selector")).next();
            let words = seen(place.expect("the section is there"));
            assert!(!words.contains(claimed[at]), "{section} {}: {words}", lang.tag());
        }
    }
}

/// The published file without something in a section of its plate.
fn without(section: &str, take_out: impl Fn(&mut Value)) -> Library {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("it is there");
    let mut file: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let sections = file["plates"][0]["sections"].as_array_mut().expect("it has sections");
    take_out(sections.iter_mut().find(|record| record["id"] == section).expect("it is there"));
    library_of(file.to_string().as_bytes())
}

#[test]
fn a_fact_that_is_taken_out_or_put_behind_a_button_is_missed() {
    let numbers = |library: &Library| -> Vec<String> {
        let mut numbers: Vec<String> =
            missing(library).iter().filter_map(|row| Some(row.split_once(' ')?.0.to_owned())).collect();
        numbers.dedup();
        numbers
    };
    let no_riders = without("one-stop", |section| drop(section["items"].as_array_mut().map(|items| items.remove(1))));
    assert_eq!(numbers(&no_riders), ["34"]);
    let no_motto = without("yearly-honours", |section| section["note"]["zh-Hant"] = "口號。".into());
    assert_eq!(numbers(&no_motto), ["30"]);
    // All five parties are named outside the panels of which one is shown.
    let no_text = without("five-parties", |section| drop(section.as_object_mut().map(|fields| fields.remove("text"))));
    assert_eq!(numbers(&no_text), ["13"]);
}

#[test]
fn each_of_the_six_brands_has_its_market_or_street_and_the_figures_their_date_and_what_became_of_plans_is_told() {
    let library = library(XIGUAN);
    let body = now(page(&library, &format!("en/{PLATE}")));
    let brands: Vec<String> =
        super::stand::said(&body, "#section-six-brands .brand__told h3, #section-six-brands .brand__name");
    let pairs: Vec<String> = brands.chunks(2).map(|pair| pair.join(": ")).collect();
    for (brand, market) in [
        ("new trades", "Red Riders"),
        ("brand protection", "Yongqingfang"),
        ("credit", "Guqiao Tea Street"),
        ("standardisation", "Qingping"),
        ("metrology", "Huangsha"),
        ("health industry", "Pharma Port"),
    ] {
        let found = pairs.iter().find(|pair| pair.contains(&format!("Party-building + {brand}")));
        assert!(found.is_some_and(|pair| pair.contains(market)), "{brand} of {market}: {pairs:?}");
    }
    // The date of the report stands once, at the head; a section has one only where its own is another.
    assert_eq!(super::stand::said(&body, ".folio__footing .num"), ["about 2023"]);
    assert_eq!(super::stand::said(&body, "#section-stations .plate__caption"), ["One pane is 100; areas are true."]);
    let later = super::stand::said(&body, "#section-next-steps .later");
    assert!(later.len() == 1 && later[0].contains("no source says so"), "{later:?}");
    let phases = super::stand::said(&body, "#section-three-phases .box h3");
    assert_eq!(phases, ["Germination", "Exploration", "Development"]);
    assert_eq!(super::stand::said(&body, "#section-next-steps .box--planned").len(), 3);
    assert_eq!(super::stand::ways(&body, ".take a"), ["en/chain?lens=governance"]);
}

#[test]
fn each_section_rests_on_the_report_and_each_brand_touches_its_market() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    for lang in Lang::ALL {
        let body = now(page(&library, &format!("{}/{PLATE}", lang.tag())));
        let report = catalog.sources.iter().find(|source| source.id.as_str() == "seed").expect("it is cited");
        // All sections rest on it, so that it is told once, for all of them.
        let footings = super::stand::said(&body, ".folio__footing .evidence");
        let title = report.title.words(lang);
        assert_eq!(footings.len(), 1, "{footings:?}");
        assert!(footings[0].replace(' ', "").contains(&title.replace(' ', "")), "{footings:?}");
    }
    let governance = catalog.find_lens("governance").expect("it has the lens");
    let laid = Laid { over: governance, base: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    let over = Over::new(catalog, laid);
    for (market, brand) in [
        ("gu-qiao-cha-jie", "pin-pai-gu-qiao"),
        ("qing-ping-yao-cai", "pin-pai-qing-ping"),
        ("huang-sha-jiu", "pin-pai-huang-sha"),
        ("guo-ji-yi-yao-gang", "pin-pai-yi-yao-gang"),
        ("yong-qing-fang", "pin-pai-yong-qing"),
        ("huang-sha-jiu", "tuan-ti-biao-zhun"),
    ] {
        let find = |id: &str| catalog.find(id).unwrap_or_else(|| panic!("no {id}"));
        assert!(over.of(find(market)).iter().any(|touch| touch.who == find(brand)), "{brand} touches {market}");
    }
}
