//! The QR code of a link, as a drawing.

use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around a code, as the standard asks (ISO/IEC 18004).
const QUIET: u32 = 4;

/// A code as a drawing: dark modules on a light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules along a side, the quiet zone with them.
    pub side: u32,
    /// The dark modules as the `d` of a path, a module being one unit.
    pub path: String,
}

/// The code of a text; `None` where it is too long for one (some 2,300 bytes). About 15 % of it may be lost: codes are
/// photographed from screens and crumpled leaflets.
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            // Modules beside each other are one bar, so that no hairline shows between them.
            let long = (x..side).take_while(|at| code.get_module(*at, y)).count() as i32;
            if long > 0 {
                path += &format!("M{} {}h{long}v1h-{long}z", x + QUIET as i32, y + QUIET as i32);
            }
            x += long + 1;
        }
    }
    Some(Code { side: side as u32 + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a code back off its drawing, a module being `SCALE` pixels, as a telephone reads it off a screen.
    fn read(code: &Code) -> Option<String> {
        const SCALE: usize = 4;
        let side = code.side as usize;
        let mut dark = vec![false; side * side];
        for bar in code.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                bar.split([' ', 'h', 'v']).take(3).map(|n| n.parse().unwrap_or_default()).collect();
            let [x, y, long] = numbers[..] else { return None };
            dark[y * side + x..y * side + x + long].fill(true);
        }
        let pixel = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
        let (_, text) = image.detect_grids().first()?.decode().ok()?;
        Some(text)
    }

    #[test]
    fn what_a_code_holds_is_read_back_from_its_drawing() {
        for link in [
            "https://example.org/",
            "https://example.org/taste/zh-Hans/story/pond-to-lake/3?theme=dark",
            "https://example.org/zh-Hant/chain?q=%E9%A6%AC%E8%B9%84&data=data/xiguan.json&focus=matigao&up=all&down=all",
        ] {
            assert_eq!(code(link).as_ref().and_then(read).as_deref(), Some(link));
        }
    }

    #[test]
    fn a_link_that_no_code_can_hold_has_none() {
        assert_eq!(code(&"x".repeat(5000)), None);
    }

    #[test]
    fn around_a_code_four_modules_are_empty_and_its_three_corners_are_whole() {
        let code = code("https://example.org/").expect("it fits");
        let side = code.side as usize;
        let mut dark = vec![vec![false; side]; side];
        for bar in code.path.split('M').skip(1) {
            let numbers: Vec<usize> = bar.split([' ', 'h', 'v']).take(3).filter_map(|n| n.parse().ok()).collect();
            dark[numbers[1]][numbers[0]..numbers[0] + numbers[2]].fill(true);
        }
        let (first, last) = (4, side - 5);
        let is_outside = |at: usize| !(first..=last).contains(&at);
        let around = |x: usize, y: usize| is_outside(x) || is_outside(y);
        assert!((0..side).all(|y| (0..side).all(|x| !around(x, y) || !dark[y][x])));
        for (x, y) in [(first, first), (last - 6, first), (first, last - 6)] {
            assert!((0..7).all(|at| dark[y][x + at] && dark[y + 6][x + at] && dark[y + at][x] && dark[y + at][x + 6]));
        }
    }
}
