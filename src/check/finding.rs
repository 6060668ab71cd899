//! One finding.

use super::{Code, Severity, words};
use crate::model::Lang;

/// Where a finding is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON Pointer (RFC 6901); empty for the file as a whole.
    pub path: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Something the checker says about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing it is about.
    pub code: Code,
    /// Where it is.
    pub place: Place,
    /// The words it is about, as the code's description lists them.
    pub arguments: Vec<String>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Finding {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What is wrong, as a sentence without its full stop.
    pub fn message(&self, lang: Lang) -> String {
        words::fill(words::of(self.code, lang).message, &self.arguments, lang)
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        let hint = || words::fill(words::of(self.code, lang).hint, &self.arguments, lang);
        match &self.suggestion {
            None => hint(),
            // The near word is a guess; the list of all, which is never shortened, holds.
            Some(meant) if self.code == Code::UnknownWord => [&words::did_you_mean(meant, lang), " ", &hint()].concat(),
            Some(meant) => words::did_you_mean(meant, lang),
        }
    }
}

/// Errors, warnings and pieces of information among findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many errors.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many pieces of information.
    pub information: usize,
}

impl Tally {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        findings.iter().fold(Self::default(), |mut tally, finding| {
            match finding.severity() {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Information => tally.information += 1,
            }
            tally
        })
    }
}
