//! Findings in words, one table per language. A code without words is a compile error.

mod en;
mod zh_hans;
mod zh_hant;

use std::borrow::Cow;

use super::Code;
use crate::model::Lang;

/// The message of a code and its hint; `{0}`, `{1}`, … stand for the arguments, `{0s}` and `{0are}` for the endings of what the first
/// one counts, `{0e}` for an example of what it names.
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

/// Puts arguments into a template. An argument that begins with `@` and a word of ours is put into the language; what stands after a
/// space stays as it is.
pub fn fill(template: &str, arguments: &[String], lang: Lang) -> String {
    let mut template = template.to_owned();
    for (place, argument) in arguments.iter().enumerate() {
        let (ending, verb) = if argument == "1" { ("", "is") } else { ("s", "are") };
        template = template.replace(&format!("{{{place}s}}"), ending).replace(&format!("{{{place}are}}"), verb);
        if let Some((_, key, rest)) = ours(argument, lang) {
            template = template.replace(&format!("{{{place}e}}"), &example(key, rest));
        }
    }
    let said: Vec<String> = arguments
        .iter()
        .map(|argument| match ours(argument, lang) {
            Some((word, _, rest)) => [word, rest].concat(),
            // Nothing would leave a hole in the sentence.
            None if argument.is_empty() => "\"\"".to_owned(),
            None => argument.clone(),
        })
        .collect();
    crate::words::fill(&template, &said.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A word of ours among arguments, its key, and what stands after it.
fn ours(argument: &str, lang: Lang) -> Option<(&'static str, &str, &str)> {
    let written = argument.strip_prefix('@')?;
    let (key, rest) = written.split_once(' ').unwrap_or((written, ""));
    Some((word(key, lang)?, key, rest))
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
const WORDS: [(&str, [&str; 3]); 51] = [
    ("null", ["null", "null", "null"]),
    ("boolean", ["true 或 false", "true 或 false", "true or false"]),
    ("number", ["数字", "數字", "a number"]),
    ("string", ["文字", "文字", "a text"]),
    ("array", ["列表", "列表", "a list"]),
    ("object", ["对象", "物件", "an object"]),
    ("record", ["写明这些字段的对象：", "寫明這些欄位的物件：", "an object with "]),
    ("nothing-known", ["认不得的东西", "認不得的東西", "something unknown"]),
    ("date", ["日期", "日期", "a date"]),
    ("texts", ["按语言分写的文字", "按語言分寫的文字", "a text by language"]),
    ("source", ["出处", "出處", "a source"]),
    ("kind", ["类别", "類別", "a kind"]),
    ("stage", ["栏目", "欄目", "a stage"]),
    ("link-kind", ["关系类别", "關係類別", "a link kind"]),
    ("entity", ["实体", "實體", "an entity"]),
    ("end-of-link", ["实体，见关系 ", "實體，見關係 ", "an entity; the link "]),
    ("link", ["关系", "關係", "a link"]),
    ("event", ["事件", "事件", "an event"]),
    ("walk", ["路线", "路線", "a walk"]),
    ("plate", ["页面", "頁面", "a page"]),
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
    ("known-steps", ["焦点查得到的步骤", "焦點查得到的步驟", "steps with a focus that is known"]),
    ("known-stops", ["查得到的停留点", "查得到的停留點", "stops that are known"]),
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
    ("nothing-else", ["无", "無", "nothing"]),
    ("nothing", ["空文件", "空檔案", "an empty file"]),
    ("something-else", ["别的东西", "別的東西", "something else"]),
    ("gzip", ["gzip", "gzip", "gzip"]),
    ("zip", ["zip", "zip", "zip"]),
    ("from", ["from", "from", "from"]),
    ("to", ["to", "to", "to"]),
];

fn word(key: &str, lang: Lang) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == key).map(|(_, words)| words[lang as usize])
}

/// How a value of the kind that a word names is written; of a record with the fields that are listed after it.
fn example(key: &str, fields: &str) -> Cow<'static, str> {
    Cow::Borrowed(match key {
        "null" => "null",
        "boolean" => "true",
        "number" => "1",
        "string" => "\"…\"",
        "array" => "[…, …]",
        "record" => {
            let fields: Vec<String> = fields.split(", ").map(|field| format!("\"{field}\": …")).collect();
            return Cow::Owned(format!("{{ {} }}", fields.join(", ")));
        }
        "object" => "{ \"…\": … }",
        "date" => "\"1889-05-12\"",
        "texts" => "{ \"zh-Hans\": \"…\", \"zh-Hant\": \"…\", \"en\": \"…\" }",
        "position" => "[23.5, 113.5]",
        _ => "…",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_message_with_the_same_arguments_in_every_language() {
        let arguments = |text: &str| (0..8).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        for code in Code::ALL {
            let english = of(*code, Lang::En);
            for lang in Lang::ALL {
                let words = of(*code, lang);
                assert!(!words.message.is_empty(), "{code:?} in {lang:?}");
                assert_eq!(arguments(words.message), arguments(english.message), "{code:?} in {lang:?}");
                assert!(!words.hint.is_empty(), "{code:?} in {lang:?}: what to do?");
                assert_eq!(arguments(words.hint), arguments(english.hint), "{code:?} in {lang:?}");
                assert_ne!(words.hint, words.message, "{code:?} in {lang:?}: the hint says something new");
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
        let written = |argument: &str| fill("{0}", &[argument.to_owned()], Lang::En);
        assert_eq!(written("@end-of-link a → b"), "an entity; the link a → b");
        assert_eq!(written(""), "\"\"");
        assert_eq!(written("@somebody else"), "@somebody else", "what is no word of ours stays as it is");
    }

    #[test]
    fn what_is_counted_has_its_ending_and_what_is_expected_an_example() {
        let told = |count: &str| fill(of(Code::MoreErrors, Lang::En).message, &[count.to_owned()], Lang::En);
        assert_eq!(told("1"), "1 more error is not listed");
        assert_eq!(told("7"), "7 more errors are not listed");
        let hint =
            |wanted: &str| fill(of(Code::WrongType, Lang::En).hint, &[wanted.to_owned(), "@null".to_owned()], Lang::En);
        assert_eq!(hint("@array"), "write it like this: […, …]");
        assert_eq!(hint("@record from, to"), "write it like this: { \"from\": …, \"to\": … }");
    }
}
