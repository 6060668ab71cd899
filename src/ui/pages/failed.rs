//! What is shown when there is no library: what happened, what to do, and a way to try again.

use yew::prelude::*;

use crate::{
    check::Finding,
    model::Lang,
    ui::{app::Failure, context::Here, link::Go},
    view::Page,
    words,
};

/// The most findings that are worth showing here.
const MOST: usize = 12;

/// Says why there is no file to show.
pub fn failed(failure: &Failure, file: &str, here: &Here, lang: Lang, retry: &Callback<()>) -> Html {
    let table = words::of(lang);
    let message = match failure {
        Failure::Missing => words::fill(table.failed_missing, &[file]),
        Failure::Offline => words::fill(table.failed_offline, &[file]),
        Failure::Status(status) => words::fill(table.failed_status, &[file, &status.to_string()]),
        Failure::WebPage => words::fill(table.failed_web_page, &[file]),
        Failure::Data(_) => words::fill(table.failed_data, &[file]),
        Failure::Origin => words::fill(table.failed_origin, &[file]),
        Failure::Part => table.failed_part.to_owned(),
    };
    // The checker is in a part of its own: where that cannot be fetched it helps nobody.
    let here = Some(here).filter(|_| !matches!(failure, Failure::Part));
    alert(&message, &html! { <span hidden=true /> }, here, lang, retry)
}

/// Says what is wrong with a file of which nothing can be used.
pub fn broken(findings: &[Finding], file: &str, here: &Here, lang: Lang, retry: &Callback<()>) -> Html {
    let table = words::of(lang);
    let list = html! {
        <ul class="plain">
            {
                for findings.iter().take(MOST).enumerate().map(|(key, finding)| {
                    let place = [finding.place.line.to_string(), finding.place.column.to_string(), finding.message(lang)];
                    html! {
                        <li {key}>
                            { words::fill(table.first_finding, &[&place[0], &place[1], &place[2]]) }
                            <br />
                            <small>{ finding.hint(lang) }</small>
                        </li>
                    }
                })
            }
        </ul>
    };
    alert(&words::fill(table.failed_data, &[file]), &list, Some(here), lang, retry)
}

/// A page that says what is wrong, and offers to try again, or to open a file of one's own in the checker.
fn alert(message: &str, more: &Html, here: Option<&Here>, lang: Lang, retry: &Callback<()>) -> Html {
    let table = words::of(lang);
    html! {
        <main class="boot" id="main">
            <div role="alert">
                <h1 tabindex="-1">{ table.failed_title }</h1>
                <p>{ message.to_owned() }</p>
                { more.clone() }
            </div>
            <button type="button" class="btn btn--solid" onclick={retry.reform(|_: MouseEvent| ())}>{ table.retry }</button>
            if let Some(here) = here { <Go class="btn" to={here.to_page(Page::Check)} {lang}>{ table.check_title }</Go> }
        </main>
    }
}
