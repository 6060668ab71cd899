//! The curator's native tool: `check`, `fmt`, `schema`, `layout`, `trace`.
//!
//! It owns no rule: everything it says comes from the core. Standard output carries the result, standard error the talk.

mod arguments;
mod check;
mod draw;
mod fmt;
mod pictures;
mod report;
mod trace;

use std::{
    io::{Read, Write},
    process::ExitCode,
};

use clap::Parser;

use crate::{
    check::{Code, Finding, Place, Severity},
    load::{self, Loaded, schema},
};
use arguments::{Arguments, Command};

/// The file could not be read: it is not there, not text, or not JSON.
const UNREADABLE: u8 = 3;
/// Wrong usage (the `EX_USAGE` of sysexits).
const USAGE: u8 = 64;

/// Runs the tool on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are results; everything else is wrong usage. A closed output is nobody's fault.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
        }
    };
    let mut out = std::io::stdout().lock();
    let outcome = match arguments.command {
        Command::Check(options) => check::run(&options, &mut out),
        Command::Fmt(options) => fmt::run(&options, &mut out),
        Command::Schema => print_json(&mut out, &schema::schema()).map(|()| 0),
        Command::Layout(options) => draw::run(&options, &mut out),
        Command::Trace(options) => trace::run(&options, &mut out),
    };
    match outcome.and_then(|code| out.flush().map(|()| code).map_err(Into::into)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Printing JSON wraps the error of the output in one of its own.
            let closed = error.chain().any(|cause| {
                let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
                let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
                io.or(json) == Some(std::io::ErrorKind::BrokenPipe)
            });
            if !closed {
                talk(&format!("curate: {error:#}"));
            }
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Says something that is no result.
#[allow(clippy::print_stderr, reason = "standard error is where a tool talks")]
fn talk(text: &str) {
    eprintln!("{text}");
}

fn print_json(out: &mut impl Write, value: &impl serde::Serialize) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

/// Reads a file's bytes, or says as a finding why not. A file over the limit is not read.
fn read(path: &std::path::Path) -> Result<Vec<u8>, Finding> {
    let failed = |error: std::io::Error| {
        let name = path.display().to_string();
        let (code, arguments) = match error.kind() {
            std::io::ErrorKind::NotFound => (Code::FileNotFound, vec![name]),
            _ => (Code::FileUnreadable, vec![name, error.to_string()]),
        };
        Finding { code, place: Place { line: 1, column: 1, ..Place::default() }, arguments, suggestion: None }
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        let place = Place { line: 1, column: 1, ..Place::default() };
        return Err(Finding {
            code: Code::IsAFolder,
            place,
            arguments: vec![path.display().to_string()],
            suggestion: None,
        });
    }
    let size = metadata.len();
    if let Some(finding) = load::too_large(size) {
        return Err(finding);
    }
    let mut bytes = Vec::with_capacity(size as usize);
    // What is no plain file does not know its size; a byte beyond the limit is enough to refuse it.
    file.take(load::limits::BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Loads a file; what cannot be read at all is a finding like any other.
fn load(path: &std::path::Path) -> Loaded {
    match read(path) {
        Ok(bytes) => load::load(&bytes),
        Err(finding) => Loaded { findings: vec![finding], ..Loaded::default() },
    }
}

/// Whether a file with these findings could not be read as JSON at all.
fn is_unreadable(loaded: &Loaded) -> bool {
    let over_a_limit = |code: Code| {
        matches!(
            code,
            Code::FileTooLarge
                | Code::TooDeep
                | Code::TooManyValues
                | Code::TooManyRecords
                | Code::KeyTooLong
                | Code::NotAnObject
        )
    };
    loaded.catalog.is_none() && !loaded.findings.iter().any(|finding| over_a_limit(finding.code))
}

/// For commands that print something else: the findings go to standard error, errors and warnings only.
fn tell_findings(path: &std::path::Path, loaded: &Loaded, lang: crate::model::Lang) {
    for finding in loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information) {
        talk(&report::human(path, finding, lang));
    }
}
