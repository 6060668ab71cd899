//! `curate check`.

use std::io::Write;

use super::{
    UNREADABLE,
    arguments::{CheckOptions, Format},
    is_unreadable, load, pictures, print_json,
    report::{self, Printed},
    talk,
};
use crate::{check::finding::Tally, words};

/// Prints every finding. The exit code: 0 nothing wrong, 1 warnings under `--strict`, 2 errors, 3 unreadable.
pub(super) fn run(options: &CheckOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let mut loaded = load(&options.file);
    pictures::check(&options.file, &mut loaded);
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
    let counts = loaded.catalog.as_ref().map(|catalog| {
        let counts = [catalog.entities.len(), catalog.links.len(), loaded.set_aside as usize];
        let entities = if counts[0] == 1 { "entity" } else { "entities" };
        words::count(&format!("; {{0}} {entities}, {{1}} link{{1s}}, {{2}} record{{2s}} set aside"), &counts)
    });
    let found = words::count("{0} error{0s}, {1} warning{1s}, {2} note{2s}", &[errors, warnings, information]);
    talk(&(found + &counts.unwrap_or_default()));
    Ok(match (is_unreadable(&loaded), errors, warnings) {
        (true, ..) => UNREADABLE,
        (_, 1.., _) => 2,
        (_, _, 1..) if options.strict => 1,
        _ => 0,
    })
}
