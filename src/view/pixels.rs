//! Numbers of pixels as text, with as few digits as a drawing needs.
//!
//! Written with whole numbers: the standard library's way of writing floats is exact, and large in the web app.

/// A number held between two others; the upper one wins where they cross.
///
/// The standard library's way for floats names them in a panic, and so brings the writing of floats to the web app.
pub fn held(value: f32, low: f32, high: f32) -> f32 {
    value.max(low).min(high)
}

/// A number with at most `digits` digits after the point, rounded. Numbers that a drawing cannot hold are written as 0.
fn written(value: f32, digits: u32) -> String {
    let scale = 10_i64.pow(digits);
    let scaled = f64::from(value) * scale as f64;
    if !scaled.is_finite() || scaled.abs() > 1e15 {
        return "0".to_owned();
    }
    let rounded = scaled.round() as i64;
    let (whole, rest) = (rounded.abs() / scale, rounded.abs() % scale);
    let sign = if rounded < 0 { "-" } else { "" };
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let width = digits as usize;
    let fraction = format!("{rest:0width$}");
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

/// Tenths of a pixel.
pub fn px(value: f32) -> String {
    written(value, 1)
}

/// Scales, which need more.
pub fn fine(value: f32) -> String {
    written(value, 4)
}

/// The path of a square about the origin, from half its side in pixels.
pub fn square(half: f32) -> String {
    let (half, side) = (px(half), px(2.0 * half));
    format!("M-{half}-{half}h{side}v{side}h-{side}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_written_with_the_digits_they_need() {
        for (value, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (-0.04, "0"),
            (-3.25, "-3.3"),
            (0.06, "0.1"),
            (1e9, "1000000000"),
            (f32::NAN, "0"),
        ] {
            assert_eq!(px(value), text, "{value}");
        }
        assert_eq!(fine(0.8203), "0.8203");
        assert_eq!(fine(1.5), "1.5");
    }

    #[test]
    fn a_square_stands_about_the_origin() {
        assert_eq!(square(12.0), "M-12-12h24v24h-24Z");
    }
}
