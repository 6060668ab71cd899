//! Numbers of JSON (RFC 8259, section 6).
//!
//! The files hold years, counts and coordinates. The standard library's way from text to float is exact for every number there
//! is, and brings 15 KB of tables to the web app; this one is exact for what a file can sensibly hold.

/// The most digits whose value a float surely holds.
const EXACT: u64 = 1 << 53;
/// The highest power of ten that a float holds exactly.
const TENS: i32 = 22;

/// Takes digits from the front of a text; gives the rest, `None` without any.
fn digits(text: &str, mut take: impl FnMut(u64)) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let taken = &text[..text.len() - rest.len()];
    taken.bytes().for_each(|digit| take(u64::from(digit - b'0')));
    (!taken.is_empty()).then_some(rest)
}

/// The value of a number; `None` for what is no number of JSON, or none that a float can hold.
///
/// Exact for up to 15 digits and powers of ten up to 22, by one multiplication or division of exact floats (W. D. Clinger, "How to
/// read floating point numbers accurately", 1990); otherwise off by a few units in the last place at most.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (mut mantissa, mut power) = (0_u64, 0_i32);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let mut rest = digits(unsigned, |digit| {
        if mantissa < EXACT {
            mantissa = mantissa * 10 + digit;
        } else {
            power += 1;
        }
    })?;
    if unsigned.starts_with('0') && unsigned.len() - rest.len() > 1 {
        return None;
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = digits(fraction, |digit| {
            if mantissa < EXACT {
                mantissa = mantissa * 10 + digit;
                power -= 1;
            }
        })?;
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let falls = exponent.starts_with('-');
        let mut by = 0_i32;
        rest = digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), |digit| {
            by = by.saturating_mul(10).saturating_add(digit as i32);
        })?;
        power = if falls { power.saturating_sub(by) } else { power.saturating_add(by) };
    }
    if !rest.is_empty() {
        return None;
    }
    let mut value = mantissa as f64;
    // Beyond these a number is zero or too large whatever its digits.
    power = power.clamp(-700, 700);
    while power != 0 && value != 0.0 {
        let step = power.abs().min(TENS);
        let ten = 10_u64.pow(step.min(19) as u32) as f64 * 10_u64.pow((step - step.min(19)) as u32) as f64;
        value = if power < 0 { value / ten } else { value * ten };
        power -= step * power.signum();
    }
    value.is_finite().then_some(if text.starts_with('-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_a_file_holds_is_read_as_the_standard_library_reads_it() {
        for text in
            ["0", "-0", "1", "1889", "-3.5", "23.1189", "113.240", "2.5e3", "1E-2", "0.1", "9007199254740991", "1e22"]
        {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn very_long_and_very_large_numbers_are_near_enough() {
        for text in
            ["3.14159265358979323846264338327950288", "123456789012345678901234567890", "1e300", "5e-320", "0.1e-400"]
        {
            let (read, exact) = (parse(text).unwrap_or(f64::NAN), text.parse::<f64>().unwrap_or(f64::NAN));
            assert!((read - exact).abs() <= exact * 1e-15 + 1e-320, "{text}: {read} for {exact}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", "-", "+1", "01", "-012", "1.", ".5", "1.e3", "1e", "1e+", "0x10", "NaN", "inf", "1_000", "1e999", "1 "]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
