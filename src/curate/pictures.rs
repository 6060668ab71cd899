//! Pictures beside the data file: whether they are there, are what their names say, hold nothing but a drawing, and are small.
//!
//! A drawing is shown by reference to the group `art` in its file, in the colours of the page; so it may hold shapes and groups, and
//! nothing that runs, loads, or is styled from elsewhere.

use std::path::Path;

use crate::{
    check::{Code, Finding, Place, near},
    load::Loaded,
};

/// The most bytes of a drawing.
const DRAWING: usize = 16 * 1024;
/// The most bytes of a photograph.
const PHOTOGRAPH: usize = 512 * 1024;

/// What a drawing may be made of.
const ELEMENTS: [&str; 9] = ["svg", "g", "path", "circle", "ellipse", "rect", "polygon", "polyline", "line"];
const ATTRIBUTES: [&str; 24] = [
    "viewBox",
    "id",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-dasharray",
    "fill-rule",
    "transform",
    "d",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "width",
    "height",
];

/// What is wrong with a picture: its code and what belongs into its message after the path.
type Fault = (Code, Vec<String>);

/// Checks every picture that the file names.
pub(super) fn check(file: &Path, loaded: &mut Loaded) {
    let folder = file.parent().unwrap_or(Path::new(""));
    for (picture, place) in std::mem::take(&mut loaded.pictures) {
        if let Some(missing) = missing(folder, &picture, &place) {
            loaded.findings.push(missing);
            continue;
        }
        let fault = match std::fs::read(folder.join(&picture)) {
            Ok(bytes) => fault(&picture, &bytes),
            Err(error) => Some((Code::PictureKind, vec![error.to_string()])),
        };
        if let Some((code, more)) = fault {
            let arguments = [vec![picture], more].concat();
            loaded.findings.push(Finding { code, place, arguments, suggestion: None });
        }
    }
    loaded.findings.sort_by_key(|finding| (finding.place.line, finding.place.column));
}

/// The finding for a picture that is not there in exactly the case in which it is written.
fn missing(folder: &Path, picture: &str, place: &Place) -> Option<Finding> {
    let path = folder.join(picture);
    let listed = path.parent().and_then(|parent| std::fs::read_dir(parent).ok());
    let mut names: Vec<String> =
        listed.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    // The order of a folder is the file system's own.
    names.sort();
    let (parent, name) = picture.rsplit_once('/').map_or(("", picture), |(parent, name)| (parent, name));
    if names.iter().any(|other| other == name) {
        return None;
    }
    let near = near::nearest(name, names.iter().map(String::as_str));
    let suggestion = near.map(|near| if parent.is_empty() { near.to_owned() } else { format!("{parent}/{near}") });
    Some(Finding { code: Code::PictureMissing, place: place.clone(), arguments: vec![picture.to_owned()], suggestion })
}

/// What is wrong with the bytes of a picture of this name, if anything.
fn fault(name: &str, bytes: &[u8]) -> Option<Fault> {
    let kind = kind(bytes);
    let wanted = match name.rsplit_once('.').map(|(_, end)| end) {
        Some("jpg") => "JPEG",
        Some("png") => "PNG",
        Some("webp") => "WebP",
        Some("avif") => "AVIF",
        _ => "SVG",
    };
    if kind != wanted {
        return Some((Code::PictureKind, vec![kind.to_owned()]));
    }
    let most = if wanted == "SVG" { DRAWING } else { PHOTOGRAPH };
    if bytes.len() > most {
        let said = |bytes: usize| format!("{} KiB", bytes.div_ceil(1024));
        return Some((Code::PictureTooLarge, vec![said(bytes.len()), said(most)]));
    }
    if wanted == "SVG" { drawing(bytes) } else { None }
}

/// What the first bytes of a file say it is.
fn kind(bytes: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]);
    match bytes {
        [] => "an empty file",
        [0x89, b'P', b'N', b'G', ..] => "PNG",
        [0xff, 0xd8, 0xff, ..] => "JPEG",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "WebP",
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', ..] => "AVIF",
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        _ if text.contains("<svg") => "SVG",
        _ if text.trim_start().to_ascii_lowercase().starts_with("<!doctype html") || text.contains("<html") => "HTML",
        _ => "something else",
    }
}

/// What a drawing holds that it must not.
fn drawing(bytes: &[u8]) -> Option<Fault> {
    let harmful = |what: String| Some((Code::PictureUnsafe, vec![what]));
    let Ok(text) = std::str::from_utf8(bytes) else { return Some((Code::PictureKind, vec!["no UTF-8".to_owned()])) };
    // A document type can hold entities, which grow without bound; it is refused before anything is read.
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return harmful("<!DOCTYPE>".to_owned());
    }
    let document = match roxmltree::Document::parse(text) {
        Ok(document) => document,
        Err(error) => return Some((Code::PictureKind, vec![error.to_string()])),
    };
    for node in document.descendants() {
        if node.is_pi() {
            return harmful("<?…?>".to_owned());
        }
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            return harmful(format!("<{name}>"));
        }
        for attribute in node.attributes() {
            let plain = attribute.namespace().is_none() && ATTRIBUTES.contains(&attribute.name());
            // A colour may be taken from the page; nothing may be taken from an address.
            if !plain || attribute.value().contains("url(") {
                return harmful(format!(
                    "{}=\"{}\"",
                    attribute.name(),
                    attribute.value().chars().take(40).collect::<String>()
                ));
            }
        }
    }
    let has_art = document.descendants().any(|node| node.attribute("id") == Some("art"));
    if has_art { None } else { Some((Code::PictureKind, vec!["no <g id=\"art\">".to_owned()])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Option<(Code, &str)>) {
        let found = fault(name, bytes).map(|(code, more)| (code, more.join(", ")));
        let found = found.as_ref().map(|(code, more)| (*code, more.as_str()));
        assert_eq!(found, expected, "{name}: {}", String::from_utf8_lossy(bytes));
    }

    fn drawn(inside: &str) -> Vec<u8> {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><g id=\"art\">{inside}</g></svg>")
            .into_bytes()
    }

    #[test]
    fn a_drawing_of_shapes_in_colours_of_the_page_is_fine() {
        check("a.svg", &drawn("<path d=\"M0 0h9\" fill=\"var(--g1,#1E8283)\" stroke=\"#000\"/>"), None);
    }

    #[test]
    fn what_runs_loads_or_is_styled_from_elsewhere_is_named() {
        for (inside, what) in [
            ("<script>x()</script>", "<script>"),
            ("<path onload=\"x()\"/>", "onload=\"x()\""),
            ("<image href=\"https://a.b/c.png\"/>", "<image>"),
            ("<path fill=\"url(https://a.b/c)\"/>", "fill=\"url(https://a.b/c)\""),
            ("<foreignObject/>", "<foreignObject>"),
            ("<style>*{}</style>", "<style>"),
            ("<a href=\"javascript:x()\"/>", "<a>"),
        ] {
            check("a.svg", &drawn(inside), Some((Code::PictureUnsafe, what)));
        }
        let entities =
            b"<!DOCTYPE svg [<!ENTITY a \"aa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"art\"/></svg>";
        check("a.svg", entities, Some((Code::PictureUnsafe, "<!DOCTYPE>")));
    }

    #[test]
    fn a_file_that_is_not_what_its_name_says_is_told_from_its_first_bytes() {
        check("a.png", &drawn(""), Some((Code::PictureKind, "SVG")));
        check("a.svg", b"", Some((Code::PictureKind, "an empty file")));
        check("a.jpg", b"<!doctype html><title>404</title>", Some((Code::PictureKind, "HTML")));
        check("a.webp", b"\x89PNG\r\n\x1a\n", Some((Code::PictureKind, "PNG")));
        let artless = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>";
        check("a.svg", artless, Some((Code::PictureKind, "no <g id=\"art\">")));
    }

    #[test]
    fn a_picture_over_its_limit_is_named_with_both_sizes() {
        let large = drawn(&"<path d=\"M0 0h9\"/>".repeat(1000));
        check("a.svg", &large, Some((Code::PictureTooLarge, "18 KiB, 16 KiB")));
        check(
            "a.jpg",
            &[&[0xff, 0xd8, 0xff][..], &vec![0; PHOTOGRAPH]].concat(),
            Some((Code::PictureTooLarge, "513 KiB, 512 KiB")),
        );
    }
}
