//! `curate check`.

use std::io::Write;

use super::{
    UNREADABLE,
    arguments::{CheckOptions, Format},
    is_unreadable, load, pictures, print_json,
    report::{self, Printed},
    talk,
};
use crate::{
    check::{Finding, finding::Tally},
    model::Lang,
    words,
};

/// Prints every finding. The exit code: 0 nothing wrong, 1 warnings under `--strict`, 2 errors, 3 unreadable.
pub(super) fn run(options: &CheckOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let mut loaded = load(&options.file);
    pictures::check(&options.file, &mut loaded);
    // What is wrong comes before what it leads to, as in the app.
    loaded.findings.sort_by_key(Finding::severity);
    let findings = &loaded.findings;
    match options.format {
        Format::Json => {
            let printed: Vec<Printed<'_>> =
                findings.iter().map(|finding| Printed::new(finding, options.lang)).collect();
            print_json(out, &printed)?;
        }
        Format::Human => {
            for finding in findings {
                writeln!(out, "{}", report::human(&options.file, finding, options.lang))?;
            }
        }
        Format::Github => {
            for finding in findings {
                writeln!(out, "{}", report::github(&options.file, finding, options.lang))?;
            }
        }
    }
    let Tally { errors, warnings, information } = Tally::of(findings);
    let [found, held] = tally(options.lang, loaded.catalog.as_ref().is_some_and(|catalog| catalog.entities.len() == 1));
    let counts = loaded
        .catalog
        .as_ref()
        .map(|catalog| words::count(held, &[catalog.entities.len(), catalog.links.len(), loaded.set_aside as usize]));
    talk(&(words::count(found, &[errors, warnings, information]) + &counts.unwrap_or_default()));
    Ok(match (is_unreadable(&loaded), errors, warnings) {
        (true, ..) => UNREADABLE,
        (_, 1.., _) => 2,
        (_, _, 1..) if options.strict => 1,
        _ => 0,
    })
}

/// How many findings there are, and what the file holds.
fn tally(lang: Lang, is_one: bool) -> [&'static str; 2] {
    match lang {
        Lang::ZhHans => ["{0} 处错误，{1} 处警告，{2} 条备注", "；{0} 个实体，{1} 条关系，搁置 {2} 条"],
        Lang::ZhHant => ["{0} 處錯誤，{1} 處警告，{2} 條備註", "；{0} 個實體，{1} 條關係，擱置 {2} 條"],
        Lang::En if is_one => [FOUND, "; {0} entity, {1} link{1s}, {2} record{2s} set aside"],
        Lang::En => [FOUND, "; {0} entities, {1} link{1s}, {2} record{2s} set aside"],
    }
}

const FOUND: &str = "{0} error{0s}, {1} warning{1s}, {2} note{2s}";
