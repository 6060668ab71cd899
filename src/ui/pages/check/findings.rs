//! Findings as a curator reads them: counts first, then each with its place, message and hint, errors before the rest.

use yew::prelude::*;

use crate::{
    check::{Finding, Severity, finding::Tally},
    model::Lang,
    ui::context::Library,
    words,
};

/// So many findings of one severity are shown at once.
const MOST: usize = 200;

/// What was found in a file, and how much of it could be read. Of the file that the app shows itself (`own`) only what is wrong
/// is worth telling.
pub(super) fn report(name: &str, findings: &[Finding], library: Option<&Library>, own: bool, lang: Lang) -> Html {
    let more = words::further(lang);
    let tally = Tally::of(findings);
    let wrong = tally.errors + tally.warnings;
    if own && wrong == 0 {
        return html! { <span hidden=true /> };
    }
    let counts = library.map(|library| {
        let catalog = &library.catalog;
        let numbers = [
            catalog.entities.len(),
            catalog.links.len(),
            catalog.stories.len(),
            catalog.events.len(),
            catalog.sources.len(),
            library.set_aside as usize,
        ];
        words::count(more.file_counts, &numbers)
    });
    let role = if tally.errors > 0 && !own { "alert" } else { "status" };
    html! {
        <section class="report">
            <div {role}>
                if wrong == 0 { <p>{ words::fill(more.nothing_wrong, &[name]) }</p> }
                <p class="report__tally num">
                    { words::count(more.errors, &[tally.errors]) }{ " · " }
                    { words::count(more.warnings, &[tally.warnings]) }{ " · " }
                    { words::count(more.information, &[tally.information]) }
                </p>
            </div>
            if let Some(counts) = counts { <p>{ counts }</p> }
            { for [Severity::Error, Severity::Warning, Severity::Information].map(|severity| of_severity(findings, severity, lang)) }
        </section>
    }
}

fn of_severity(findings: &[Finding], severity: Severity, lang: Lang) -> Html {
    let more = words::further(lang);
    let these: Vec<&Finding> = findings.iter().filter(|finding| finding.severity() == severity).collect();
    let beyond = these.len().saturating_sub(MOST);
    let rows = html! {
        <>
            <ol class="report__list">
                {
                    for these.iter().take(MOST).enumerate().map(|(key, finding)| {
                        let place = &finding.place;
                        html! {
                            <li {key}>
                                <p><b>{ finding.message(lang) }</b></p>
                                <p class="report__place num">{ words::count(more.line_column, &[place.line as usize, place.column as usize]) }{ "　" }<code>{ place.path.clone() }</code>{ "　" }<code>{ finding.code.word() }</code></p>
                                <p>{ finding.hint(lang) }</p>
                            </li>
                        }
                    })
                }
            </ol>
            if beyond > 0 { <p>{ words::count(more.more_findings, &[beyond]) }</p> }
        </>
    };
    if these.is_empty() {
        return html! { <span key={severity.word()} hidden=true /> };
    }
    let title = match severity {
        Severity::Error => more.errors,
        Severity::Warning => more.warnings,
        Severity::Information => more.information,
    };
    html! {
        <details key={severity.word()} class={format!("report__{}", severity.word())} open={severity == Severity::Error}>
            <summary>{ words::count(title, &[these.len()]) }</summary>
            { rows }
        </details>
    }
}
