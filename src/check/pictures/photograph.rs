//! Photographs: whether they are whole, stand still, and have no more pixels than a page can use.
//!
//! PNG, WebP and AVIF are made of pieces that say how long they are and what they are called; JPEG is a run of markers. What the
//! pixels hold is left to the browser.

use super::Fault;
use crate::check::Code;

/// The most pixels on a side.
const SIDE: usize = 4096;

/// What is wrong with a photograph of a kind that its first bytes tell.
pub(super) fn fault(kind: &str, bytes: &[u8]) -> Option<Fault> {
    let looked = match kind {
        "PNG" => png(bytes),
        "JPEG" => jpeg(bytes),
        "WebP" => webp(bytes),
        _ => avif(bytes),
    };
    let size = imagesize::blob_size(bytes).ok().filter(|size| size.width > 0 && size.height > 0);
    match (looked, size) {
        (Some(Looked::Moves), _) => Some((Code::PictureMoves, Vec::new())),
        (Some(Looked::Still), Some(size)) => {
            let said = |width: usize, height: usize| format!("{width} × {height} px");
            let sizes = vec![said(size.width, size.height), said(SIDE, SIDE)];
            (size.width.max(size.height) > SIDE).then_some((Code::PictureTooLarge, sizes))
        }
        _ => Some((Code::PictureCutOff, Vec::new())),
    }
}

/// What a look at a whole photograph tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    Still,
    Moves,
}

/// The names of the pieces that bytes are made of; `None` in the place of one that runs beyond the end. `measure` reads the name of
/// the piece that bytes begin with, and its whole length; nothing for one that runs to the end.
fn pieces(mut rest: &[u8], measure: fn(&[u8; 8]) -> ([u8; 4], u64)) -> impl Iterator<Item = Option<[u8; 4]>> {
    std::iter::from_fn(move || {
        let (name, length) = match rest.first_chunk() {
            Some(head) => measure(head),
            None if rest.is_empty() => return None,
            None => ([0; 4], u64::MAX),
        };
        let after = match usize::try_from(length) {
            Ok(0) => rest.get(rest.len()..),
            Ok(8..) => rest.get(length as usize..),
            _ => None,
        };
        rest = after.unwrap_or_default();
        Some(after.map(|_| name))
    })
}

fn png(bytes: &[u8]) -> Option<Looked> {
    // Length of the content, name; after the content a checksum.
    let measure = |[a, b, c, d, name @ ..]: &[u8; 8]| (*name, u64::from(u32::from_be_bytes([*a, *b, *c, *d])) + 12);
    let mut looked = Looked::Still;
    for piece in pieces(bytes.get(8..)?, measure) {
        match &piece? {
            b"acTL" => looked = Looked::Moves,
            // What stands after the end is not looked at.
            b"IEND" => return Some(looked),
            _ => {}
        }
    }
    None
}

fn webp(bytes: &[u8]) -> Option<Looked> {
    let [a, b, c, d] = *bytes.get(4..)?.first_chunk()?;
    let content = bytes.get(8..)?.get(..u32::from_le_bytes([a, b, c, d]) as usize)?;
    // Name, length of the content; an odd one is filled up.
    let measure = |[name @ .., a, b, c, d]: &[u8; 8]| {
        (*name, u64::from(u32::from_le_bytes([*a, *b, *c, *d])).next_multiple_of(2) + 8)
    };
    let mut looked = Looked::Still;
    for piece in pieces(content.get(4..)?, measure) {
        if piece? == *b"ANIM" {
            looked = Looked::Moves;
        }
    }
    Some(looked)
}

fn avif(bytes: &[u8]) -> Option<Looked> {
    // Whole length, name. A length of 1 would say that the length follows; no photograph within the limit needs that.
    let measure = |[a, b, c, d, name @ ..]: &[u8; 8]| (*name, u64::from(u32::from_be_bytes([*a, *b, *c, *d])));
    let mut names = Vec::new();
    for piece in pieces(bytes, measure) {
        names.push(piece?);
    }
    let is_sequence = bytes.get(8..12) == Some(b"avis");
    let is_whole = [b"meta", b"mdat"].iter().all(|name| names.contains(name));
    is_whole.then_some(if is_sequence { Looked::Moves } else { Looked::Still })
}

/// A JPEG is whole when its marker of the end is there. Small pictures within it have one of their own, so that segments are
/// skipped by their length.
fn jpeg(bytes: &[u8]) -> Option<Looked> {
    let mut rest = bytes.get(2..)?;
    loop {
        // Up to the next marker: the pixels of a scan, in which FF is followed by 00 or by a mark of restart, and filling FFs.
        let at = rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))?;
        rest = &rest[at + 2..];
        if bytes[bytes.len() - rest.len() - 1] == 0xd9 {
            return Some(Looked::Still);
        }
        let [high, low] = *rest.first_chunk()?;
        rest = rest.get(usize::from(u16::from_be_bytes([high, low])).max(2)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, more: &[&[u8; 4]]) -> Vec<u8> {
        let chunk = |name: &[u8; 4], content: &[u8]| {
            [&(content.len() as u32).to_be_bytes()[..], &name[..], content, &[0; 4]].concat()
        };
        let size = [&width.to_be_bytes()[..], &height.to_be_bytes()[..], &[8, 2, 0, 0, 0]].concat();
        let more = more.iter().flat_map(|name| chunk(name, &[0; 8])).collect::<Vec<u8>>();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &size), more, chunk(b"IDAT", &[7; 9]), chunk(b"IEND", &[])]
            .concat()
    }

    /// With a small picture of itself within it, which has an end of its own.
    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let segment =
            |mark: u8, content: &[u8]| [&[0xff, mark][..], &(content.len() as u16 + 2).to_be_bytes(), content].concat();
        let size = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat();
        let small = segment(0xe1, b"Exif\0\0 \xff\xd8 \xff\xd9");
        let scan = segment(0xda, &[1, 1, 0, 0, 63, 0]);
        [b"\xff\xd8".to_vec(), small, segment(0xc0, &size), scan, b"\x01\xff\x00\xff\xd0\x02\xff\xd9".to_vec()].concat()
    }

    fn webp(width: u32, height: u32, more: &[&[u8; 4]]) -> Vec<u8> {
        let chunk = |name: &[u8; 4], content: &[u8]| {
            [&name[..], &(content.len() as u32).to_le_bytes(), content, &[0][..content.len() % 2]].concat()
        };
        let sides = [width - 1, height - 1].map(|side| side.to_le_bytes()[..3].to_vec()).concat();
        let more = more.iter().flat_map(|name| chunk(name, &[0; 6])).collect::<Vec<u8>>();
        let content =
            [b"WEBP".to_vec(), chunk(b"VP8X", &[vec![0; 4], sides].concat()), more, chunk(b"VP8 ", &[7; 9])].concat();
        [&b"RIFF"[..], &(content.len() as u32).to_le_bytes(), &content].concat()
    }

    fn avif(brand: [u8; 4], width: u32, height: u32) -> Vec<u8> {
        let piece = |name: &[u8; 4], content: &[u8]| {
            [&(content.len() as u32 + 8).to_be_bytes()[..], &name[..], content].concat()
        };
        let size = [&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat();
        let properties = piece(b"iprp", &piece(b"ipco", &piece(b"ispe", &size)));
        let kind = [&brand[..], &[0; 4], &brand[..]].concat();
        [piece(b"ftyp", &kind), piece(b"meta", &[vec![0; 4], properties].concat()), piece(b"mdat", &[7; 9])].concat()
    }

    /// One of each kind, of this size.
    fn each(width: u16, height: u16) -> [(&'static str, Vec<u8>); 4] {
        let (wide, high) = (u32::from(width), u32::from(height));
        [
            ("PNG", png(wide, high, &[])),
            ("JPEG", jpeg(width, height)),
            ("WebP", webp(wide, high, &[])),
            ("AVIF", avif(*b"avif", wide, high)),
        ]
    }

    #[test]
    fn a_whole_still_photograph_is_fine() {
        for (kind, bytes) in each(4096, 3) {
            assert_eq!(fault(kind, &bytes), None, "{kind}");
        }
    }

    #[test]
    fn a_picture_cut_short_is_named() {
        for (kind, bytes) in each(640, 480) {
            for end in 0..bytes.len() {
                let cut_off = Some((Code::PictureCutOff, Vec::new()));
                assert_eq!(fault(kind, &bytes[..end]), cut_off, "{kind} of {end} of {} bytes", bytes.len());
            }
        }
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_named_with_both_sizes() {
        for (kind, bytes) in each(12000, 9) {
            let said = vec!["12000 × 9 px".to_owned(), "4096 × 4096 px".to_owned()];
            assert_eq!(fault(kind, &bytes), Some((Code::PictureTooLarge, said)), "{kind}");
        }
        assert!(matches!(fault("PNG", &png(9, 4097, &[])), Some((Code::PictureTooLarge, _))));
        assert_eq!(fault("PNG", &png(0, 9, &[])), Some((Code::PictureCutOff, Vec::new())));
    }

    #[test]
    fn a_picture_that_moves_is_named() {
        let moves = Some((Code::PictureMoves, Vec::new()));
        assert_eq!(fault("PNG", &png(9, 9, &[b"acTL"])), moves);
        assert_eq!(fault("WebP", &webp(9, 9, &[b"ANIM"])), moves);
        assert_eq!(fault("AVIF", &avif(*b"avis", 9, 9)), moves);
    }
}
