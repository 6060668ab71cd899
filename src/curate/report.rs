//! Findings for people and for machines.

use std::path::Path;

use serde::Serialize;

use crate::{check::Finding, model::Lang};

/// A finding as it is printed in JSON.
#[derive(Serialize)]
pub(super) struct Printed<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: u32,
    column: u32,
    message: String,
    hint: String,
}

impl<'a> Printed<'a> {
    pub(super) fn new(finding: &'a Finding, lang: Lang) -> Self {
        Self {
            code: finding.code.word(),
            severity: finding.severity().word(),
            path: &finding.place.path,
            line: finding.place.line,
            column: finding.place.column,
            message: finding.message(lang),
            hint: finding.hint(lang),
        }
    }
}

/// A finding in two or three lines.
pub(super) fn human(file: &Path, finding: &Finding, lang: Lang) -> String {
    let place = &finding.place;
    let mut out = format!(
        "{}[{}]: {}\n  --> {}:{}:{}",
        finding.severity().name(lang),
        finding.code.word(),
        finding.message(lang),
        file.display(),
        place.line,
        place.column
    );
    if !place.path.is_empty() {
        out += &format!("  {}", place.path);
    }
    out + &format!("\n  = {}", finding.hint(lang))
}

/// A finding as a workflow command. Its text must not hold line ends or the signs that part its fields.
pub(super) fn github(file: &Path, finding: &Finding, lang: Lang) -> String {
    let level = match finding.severity().word() {
        "information" => "notice",
        word => word,
    };
    let text = [finding.message(lang), finding.hint(lang)].join("; ");
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let name = file.display().to_string().replace('%', "%25").replace(',', "%2C").replace(':', "%3A");
    format!(
        "::{level} file={name},line={},col={},title={}::{escaped}",
        finding.place.line,
        finding.place.column,
        finding.code.word()
    )
}
