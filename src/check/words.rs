//! Findings in words.

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
pub fn of(code: Code, _lang: Lang) -> Words {
    Words { message: code.word(), hint: "" }
}

/// Puts arguments into a template.
pub fn fill(template: &str, arguments: &[String], _lang: Lang) -> String {
    format!("{template} {arguments:?}")
}

/// Proposes what was probably meant.
pub fn did_you_mean(meant: &str, _lang: Lang) -> String {
    meant.to_owned()
}
