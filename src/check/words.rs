//! Findings in words, one table per language. A code without words is a compile error.

mod en;
mod zh_hans;
mod zh_hant;

use super::Code;
use crate::model::Lang;

/// The message of a code and its hint; `{0}`, `{1}`, … stand for the arguments. An empty hint says nothing.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What is wrong.
    pub message: &'static str,
    /// What to do about it.
    pub hint: &'static str,
}

/// The words for a code.
pub fn of(code: Code, lang: Lang) -> Words {
    let (message, hint) = match lang {
        Lang::ZhHans => zh_hans::of(code),
        Lang::ZhHant => zh_hant::of(code),
        Lang::En => en::of(code),
    };
    Words { message, hint }
}

/// How many arguments the words for a code ask for.
pub fn arguments(code: Code) -> usize {
    let Words { message, hint } = of(code, Lang::En);
    let asked = |place: &usize| [message, hint].iter().any(|text| text.contains(&format!("{{{place}}}")));
    (0..10).rfind(asked).map_or(0, |last| last + 1)
}

/// Puts arguments into a template. An argument that begins with `@` is a word of ours and is put into the language.
pub fn fill(template: &str, arguments: &[String], lang: Lang) -> String {
    let said: Vec<&str> = arguments
        .iter()
        .map(|argument| argument.strip_prefix('@').map_or(argument.as_str(), |key| word(key, lang)))
        .collect();
    crate::words::fill(template, &said)
}

/// Proposes what was probably meant.
pub fn did_you_mean(meant: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => format!("是否要写 `{meant}`？"),
        Lang::ZhHant => format!("是否要寫 `{meant}`？"),
        Lang::En => format!("did you mean `{meant}`?"),
    }
}

/// Our words among arguments: in simplified Chinese, traditional Chinese and English.
const WORDS: [(&str, [&str; 3]); 40] = [
    ("null", ["null", "null", "null"]),
    ("boolean", ["true 或 false", "true 或 false", "true or false"]),
    ("number", ["数字", "數字", "a number"]),
    ("string", ["文字", "文字", "a text"]),
    ("array", ["列表", "列表", "a list"]),
    ("object", ["对象", "物件", "an object"]),
    ("date", ["日期", "日期", "a date"]),
    ("source", ["出处", "出處", "a source"]),
    ("kind", ["类别", "類別", "a kind"]),
    ("stage", ["栏目", "欄目", "a stage"]),
    ("link-kind", ["关系类别", "關係類別", "a link kind"]),
    ("entity", ["实体", "實體", "an entity"]),
    ("lens", ["看法", "看法", "a lens"]),
    ("story", ["故事", "故事", "a story"]),
    ("theme", ["主题", "主題", "a theme"]),
    ("mark", ["称号类别", "稱號類別", "a mark"]),
    ("position", ["[纬度, 经度]", "[緯度, 經度]", "[latitude, longitude]"]),
    ("course", ["走向（至少两点）", "走向（至少兩點）", "points beyond the first"]),
    ("shape", ["地图图形", "地圖圖形", "a shape of the map"]),
    ("content", ["名称、文字、数目或实体", "名稱、文字、數目或實體", "name, text, count or entity"]),
    ("entities", ["实体", "實體", "entities"]),
    ("links", ["关系", "關係", "links"]),
    ("steps", ["步骤", "步驟", "steps"]),
    ("stops", ["停留点", "停留點", "stops"]),
    ("documented", ["documented（有据）", "documented（有據）", "documented"]),
    ("typical", ["typical（惯例）", "typical（慣例）", "typical"]),
    ("legend", ["legend（传说）", "legend（傳說）", "legend"]),
    ("disputed", ["disputed（有争议）", "disputed（有爭議）", "disputed"]),
    ("unsourced", ["unsourced（未见来源）", "unsourced（未見來源）", "unsourced"]),
    ("utf-16", ["UTF-16", "UTF-16", "UTF-16"]),
    ("utf-32", ["UTF-32", "UTF-32", "UTF-32"]),
    ("gb18030", ["GB18030（或 GBK）", "GB18030（或 GBK）", "GB18030 (or GBK)"]),
    ("big5", ["Big5", "Big5", "Big5"]),
    ("unknown-encoding", ["别的编码", "別的編碼", "another encoding"]),
    ("nothing", ["空文件", "空檔案", "an empty file"]),
    ("something-else", ["别的东西", "別的東西", "something else"]),
    ("gzip", ["gzip", "gzip", "gzip"]),
    ("zip", ["zip", "zip", "zip"]),
    ("from", ["from", "from", "from"]),
    ("to", ["to", "to", "to"]),
];

fn word(key: &str, lang: Lang) -> &str {
    WORDS.iter().find(|(known, _)| *known == key).map_or(key, |(_, words)| words[lang as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_message_with_the_same_arguments_in_every_language() {
        let arguments = |text: &str| (0..5).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        for code in Code::ALL {
            let english = of(*code, Lang::En);
            for lang in Lang::ALL {
                let words = of(*code, lang);
                assert!(!words.message.is_empty(), "{code:?} in {lang:?}");
                assert_eq!(arguments(words.message), arguments(english.message), "{code:?} in {lang:?}");
                assert_eq!(words.hint.is_empty(), english.hint.is_empty(), "{code:?} in {lang:?}");
            }
        }
    }

    #[test]
    fn our_own_words_are_put_into_the_language() {
        let arguments = ["@array".to_owned(), "@null".to_owned()];
        assert_eq!(
            fill(of(Code::WrongType, Lang::En).message, &arguments, Lang::En),
            "a list is expected here, not null"
        );
        assert!(fill(of(Code::WrongType, Lang::ZhHans).message, &arguments, Lang::ZhHans).contains("列表"));
    }
}
