//! `curate check`.

use std::{io::Write, path::Path};

use super::{
    UNREADABLE,
    arguments::{CheckOptions, Format},
    is_unreadable, load, print_json,
    report::{self, Printed},
    talk,
};
use crate::{
    check::{Code, Finding, finding::Tally, near},
    load::Loaded,
};

/// Prints every finding. The exit code: 0 nothing wrong, 1 warnings under `--strict`, 2 errors, 3 unreadable.
pub(super) fn run(options: &CheckOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let mut loaded = load(&options.file);
    missing_pictures(&options.file, &mut loaded);
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
        let (entities, links) = (catalog.entities.len(), catalog.links.len());
        format!("; {entities} entities, {links} links, {} records set aside", loaded.set_aside)
    });
    talk(&format!("{errors} errors, {warnings} warnings, {information} notes{}", counts.unwrap_or_default()));
    Ok(match (is_unreadable(&loaded), errors, warnings) {
        (true, ..) => UNREADABLE,
        (_, 1.., _) => 2,
        (_, _, 1..) if options.strict => 1,
        _ => 0,
    })
}

/// Notes pictures that are not beside the data file, in exactly the case in which they are written.
fn missing_pictures(file: &Path, loaded: &mut Loaded) {
    let folder = file.parent().unwrap_or(Path::new(""));
    for (picture, place) in std::mem::take(&mut loaded.pictures) {
        let path = folder.join(&picture);
        let listed = path.parent().and_then(|parent| std::fs::read_dir(parent).ok());
        let mut names: Vec<String> = listed
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        // The order of a folder is the file system's own.
        names.sort();
        let (parent, name) = picture.rsplit_once('/').map_or(("", picture.as_str()), |(parent, name)| (parent, name));
        if !names.iter().any(|other| other == name) {
            let near = near::nearest(name, names.iter().map(String::as_str));
            let suggestion =
                near.map(|near| if parent.is_empty() { near.to_owned() } else { format!("{parent}/{near}") });
            let arguments = vec![picture];
            loaded.findings.push(Finding { code: Code::PictureMissing, place, arguments, suggestion });
        }
    }
    loaded.findings.sort_by_key(|finding| (finding.place.line, finding.place.column));
}
