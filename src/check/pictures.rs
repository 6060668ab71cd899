//! Pictures beside the data file: whether they are what their names say, are whole, hold nothing but a still drawing or photograph, and
//! are small. Whoever has their bytes asks: the native tool, and the checker page.
//!
//! A drawing is shown by reference to the group `art` in its file, in the colours of the page; so it may hold shapes and groups, and
//! nothing that runs, loads, or is styled from elsewhere.

mod along;
mod photograph;

pub use along::{Along, Left, Why, along};

use super::{Code, Finding, Place};

/// The most bytes of a drawing.
const DRAWING: usize = 16 * 1024;
/// The most bytes of a photograph.
const PHOTOGRAPH: usize = 512 * 1024;

/// The formats of pictures: the ending of their names, and what they are called.
pub const FORMATS: [(&str, &str); 5] =
    [(".svg", "SVG"), (".png", "PNG"), (".jpg", "JPEG"), (".webp", "WebP"), (".avif", "AVIF")];

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

/// Whether a name is one that a picture can have.
pub fn is_picture(name: &str) -> bool {
    FORMATS.iter().any(|(end, _)| name.ends_with(end))
}

/// What is wrong with the bytes of a picture that a data file names at this place, if anything. Its path is one of a picture.
pub fn judge(picture: &str, place: &Place, bytes: &[u8]) -> Option<Finding> {
    said(picture, place, fault(picture, bytes))
}

/// Whether a picture has so many bytes that it need not be read to be judged.
pub fn is_too_large(picture: &str, bytes: u64) -> bool {
    oversize(picture, bytes).is_some()
}

/// What is wrong with a picture of so many bytes, when they are too many.
pub fn too_large(picture: &str, place: &Place, bytes: u64) -> Option<Finding> {
    said(picture, place, oversize(picture, bytes))
}

fn said(picture: &str, place: &Place, fault: Option<Fault>) -> Option<Finding> {
    let (code, more) = fault?;
    Some(Finding { code, place: place.clone(), arguments: [vec![picture.to_owned()], more].concat(), suggestion: None })
}

/// The format that the name of a picture promises.
fn promised(name: &str) -> &'static str {
    FORMATS.iter().find(|(end, _)| name.ends_with(end)).map_or("SVG", |(_, format)| *format)
}

fn oversize(name: &str, bytes: u64) -> Option<Fault> {
    let most = if promised(name) == "SVG" { DRAWING } else { PHOTOGRAPH } as u64;
    let said = |bytes: u64| format!("{} KiB", bytes.div_ceil(1024));
    (bytes > most).then(|| (Code::PictureTooLarge, vec![said(bytes), said(most)]))
}

/// What is wrong with the bytes of a picture of this name, if anything.
fn fault(name: &str, bytes: &[u8]) -> Option<Fault> {
    if let Some(fault) = oversize(name, bytes.len() as u64) {
        return Some(fault);
    }
    let kind = kind(bytes);
    if kind != promised(name) {
        return Some((Code::PictureKind, vec![kind.to_owned()]));
    }
    if kind == "SVG" { drawing(bytes) } else { photograph::fault(kind, bytes) }
}

/// What the first bytes of a file say it is.
fn kind(bytes: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]);
    match bytes {
        [] => "@nothing",
        [0x89, b'P', b'N', b'G', ..] => "PNG",
        [0xff, 0xd8, 0xff, ..] => "JPEG",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "WebP",
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => "AVIF",
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        _ if text.contains("<svg") => "SVG",
        _ if text.trim_start().to_ascii_lowercase().starts_with("<!doctype html") || text.contains("<html") => "HTML",
        _ => "@something-else",
    }
}

/// What a drawing holds that it must not.
fn drawing(bytes: &[u8]) -> Option<Fault> {
    let harmful = |what: String| Some((Code::PictureUnsafe, vec![what]));
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some((Code::PictureKind, vec!["@unknown-encoding".to_owned()]));
    };
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
        check("a.svg", b"", Some((Code::PictureKind, "@nothing")));
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
