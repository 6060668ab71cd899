//! What fields are called elsewhere.

/// Names of other programs and other languages, each with what the format may call it.
const OTHERS: [(&[&str], &[&str]); 15] = [
    (&["title", "label", "名称", "名稱", "名字", "标题", "標題"], &["name", "title"]),
    (&["name"], &["title"]),
    (&["description", "desc", "abstract", "简介", "簡介", "描述"], &["summary", "text", "note"]),
    (&["type", "category", "类型", "類型", "类别", "類別"], &["kind"]),
    (&["latitude", "纬度", "緯度"], &["lat"]),
    (&["lng", "long", "longitude", "经度", "經度"], &["lon"]),
    (&["start", "from", "开始", "開始"], &["since"]),
    (&["end", "to", "结束", "結束"], &["until"]),
    (&["image", "photo", "img", "图片", "圖片"], &["picture"]),
    (&["comment", "remark", "备注", "備註"], &["note"]),
    (&["link", "href", "网址", "網址"], &["url"]),
    (&["source", "reference", "references", "出处", "出處", "来源", "來源"], &["sources"]),
    (&["nodes", "items", "实体", "實體"], &["entities"]),
    (&["edges", "relations", "关系", "關係"], &["links"]),
    (&["source", "origin"], &["from"]),
];

/// What the format calls a field of this name: the first of those names that is free.
pub(super) fn called(key: &str, is_free: impl Fn(&str) -> bool) -> Option<&'static str> {
    let plain = key.to_lowercase();
    let meant = OTHERS.iter().filter(|(names, _)| names.contains(&plain.as_str())).flat_map(|(_, meant)| *meant);
    meant.copied().find(|name| is_free(name))
}
