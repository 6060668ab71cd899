//! From bytes to text: UTF-8 is read, everything else is named, so that the curator knows what to save it as.

use super::WHOLE;
use crate::check::Code;

/// Why bytes are no text for us, with the words it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of thing it is.
    pub code: Code,
    /// The words it is about.
    pub arguments: Vec<String>,
    /// Line and column of the first byte that is no text; of the beginning where the file as a whole is the matter.
    pub place: (u32, u32),
}

/// Bytes as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text without a byte order mark.
    pub text: &'a str,
    /// Whether a byte order mark stood before it.
    pub marked: bool,
    /// Whether the bytes end within a character; it is left out then.
    pub is_cut: bool,
}

fn refuse<T>(code: Code, arguments: &[&str]) -> Result<T, Refusal> {
    let arguments = arguments.iter().map(|word| (*word).to_owned()).collect();
    Err(Refusal { code, arguments, place: (1, 1) })
}

/// The text of a file.
///
/// # Errors
/// When the bytes are empty, compressed, a web page, or in another encoding.
pub fn text(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    match bytes {
        [0x1F, 0x8B, ..] => return refuse(Code::Compressed, &["@gzip"]),
        [b'P', b'K', 3, 4, ..] => return refuse(Code::Compressed, &["@zip"]),
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return refuse(Code::NotUtf8, &["@utf-32"]),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return refuse(Code::NotUtf8, &["@utf-16"]),
        // JSON begins with two characters of ASCII, of which UTF-16 makes one zero byte each.
        [0, first, 0, _, ..] | [first, 0, _, 0, ..] if *first != 0 => return refuse(Code::NotUtf8, &["@utf-16"]),
        _ => {}
    }
    let (body, marked) = bytes.strip_prefix(b"\xEF\xBB\xBF").map_or((bytes, false), |rest| (rest, true));
    let (text, is_cut) = match std::str::from_utf8(body) {
        Ok(text) => (text, false),
        Err(error) => {
            let text = std::str::from_utf8(&body[..error.valid_up_to()]).unwrap_or_default();
            if error.error_len().is_some() {
                if let Some(arguments) = broken(body).filter(|_| WHOLE) {
                    return Err(Refusal { code: Code::BrokenCharacter, arguments, place: end_of(text) });
                }
                let arguments = vec![guess(body).to_owned()];
                return Err(Refusal { code: Code::NotUtf8, arguments, place: end_of(text) });
            }
            (text, true)
        }
    };
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return refuse(Code::EmptyFile, &[]);
    }
    if trimmed.starts_with('<') && !trimmed.starts_with("<<<<<<<") {
        return refuse(Code::WebPage, &[]);
    }
    if WHOLE && let Some((at, arguments)) = doubled(text) {
        return Err(Refusal { code: Code::DoubleEncoded, arguments, place: end_of(&text[..at]) });
    }
    Ok(Decoded { text, marked, is_cut })
}

/// Of text that is nearly all of it UTF-8: the first bytes that are not, and how many such places there are.
fn broken(bytes: &[u8]) -> Option<Vec<String>> {
    /// So many sound characters beside each broken one are no accident of another encoding.
    const SOUND: usize = 8;
    let (mut sound, mut broken, mut first) = (0, 0_usize, String::new());
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let invalid = chunk.invalid();
        if !invalid.is_empty() {
            broken += 1;
            first = if broken == 1 {
                invalid.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02X}"))
            } else {
                first
            };
        }
    }
    (sound >= SOUND * broken).then(|| vec![first, broken.to_string()])
}

/// Where in a text that was made UTF-8 twice the first character stands, as it is seen there, and that character itself. The bytes of
/// Chinese characters, taken for Latin-1, are letters and control characters that no text has.
fn doubled(text: &str) -> Option<(usize, Vec<String>)> {
    const MANY: usize = 6;
    let is_control = |c: &char| ('\u{80}'..='\u{9f}').contains(c);
    let controls = text.chars().filter(is_control).take(MANY).count();
    let foreign = |least: char| text.chars().filter(|c| *c >= least).count();
    if controls < MANY || foreign('\u{100}') * 10 > foreign('\u{80}') {
        return None;
    }
    let at = text.find(|c: char| !c.is_ascii())?;
    let run: String = text[at..].chars().take_while(|c| !c.is_ascii()).take(4).collect();
    let bytes: Option<Vec<u8>> = run.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let bytes = bytes?;
    let meant = bytes.utf8_chunks().next()?.valid().chars().next()?;
    let seen: String = run.chars().take(meant.len_utf8()).filter(|c| !is_control(c)).collect();
    Some((at, vec![seen, meant.to_string()]))
}

/// Line and column after a text, both from 1, in characters.
fn end_of(text: &str) -> (u32, u32) {
    let line = text.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
    (line, text.chars().rev().take_while(|c| *c != '\n').count() as u32 + 1)
}

/// The likely encoding of Chinese text that is not UTF-8.
///
/// Both GB18030 and Big5 write most characters as two bytes, the first from 81 on. The second bytes 7F-A0 belong to GB18030
/// alone, and the commonest characters of GB18030 (B0-F7 followed by A1-FE) are rarer pairs in Big5, which uses 40-7E much.
fn guess(bytes: &[u8]) -> &'static str {
    let (mut gb, mut big5, mut neither) = (0_u32, 0_u32, 0_u32);
    let mut at = 0;
    while at < bytes.len() {
        let Some(pair) = bytes.get(at..at + 2) else { break };
        match pair {
            [0..=0x7F, _] => {
                at += 1;
                continue;
            }
            [0x81..=0xFE, 0x30..=0x39] => {
                gb += 2;
                at += 4;
                continue;
            }
            [0xB0..=0xF7, 0xA1..=0xFE] => gb += 1,
            [0xA1..=0xF9, 0x40..=0x7E] => big5 += 2,
            [0x81..=0xFE, 0x80..=0xA0] => gb += 2,
            [0x81..=0xFE, 0x40..=0xFE] => {}
            _ => neither += 1,
        }
        at += 2;
    }
    match (gb, big5, neither) {
        (0, 0, _) => "@unknown-encoding",
        (gb, big5, bad) if bad * 4 > gb + big5 => "@unknown-encoding",
        (gb, big5, _) if big5 > gb => "@big5",
        _ => "@gb18030",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], code: Code, argument: &str) {
        let refusal = text(bytes).expect_err("it is refused");
        assert_eq!((refusal.code, refusal.arguments.first().map_or("", String::as_str)), (code, argument), "{bytes:?}");
    }

    #[test]
    fn what_is_not_utf8_is_named() {
        // {"名":"荔湾酒家"} in GB18030, {"名":"荔灣酒家"} in Big5.
        check(b"{\"\xC3\xFB\":\"\xC0\xF3\xCD\xE5\xBE\xC6\xBC\xD2\"}", Code::NotUtf8, "@gb18030");
        check(b"{\"\xA6\x57\":\"\xAF\xEF\xC6\x57\xB0\x73\xAE\x61\"}", Code::NotUtf8, "@big5");
        check(b"{\0\"\0a\0\"\0", Code::NotUtf8, "@utf-16");
        check(b"\0{\0\"\0a\0\"", Code::NotUtf8, "@utf-16");
        check(b"\xFF\xFE{\0", Code::NotUtf8, "@utf-16");
        check(b"\xFE\xFF\0{", Code::NotUtf8, "@utf-16");
        check(b"{\"a\": \"\xFF\"}", Code::NotUtf8, "@unknown-encoding");
    }

    #[test]
    fn a_broken_character_in_sound_text_is_told_with_its_place_and_is_no_other_encoding() {
        let sound = "{\"en\": \"泮塘五秀馬蹄糕\",\n \"x\": \"".as_bytes();
        let told = |middle: &[u8]| {
            let bytes = [sound, middle, "泮塘五秀馬蹄糕\"}".as_bytes()].concat();
            text(&bytes).map(|_| ()).map_err(|refusal| (refusal.code, refusal.arguments, refusal.place))
        };
        let expected = |bytes: &str| Err((Code::BrokenCharacter, vec![bytes.to_owned(), "1".to_owned()], (2, 8)));
        assert_eq!(told(b"\xFF"), expected("FF"));
        assert_eq!(told(b"\xE9\xA6"), expected("E9A6"));
    }

    #[test]
    fn a_text_that_was_made_utf8_twice_is_told_once_with_what_stood_there() {
        let twice: String = "{\"a\": \"泮塘五秀馬蹄糕泮塘五秀馬蹄糕\"}".bytes().map(char::from).collect();
        let refusal = text(twice.as_bytes()).expect_err("it is refused");
        assert_eq!((refusal.code, refusal.place, refusal.arguments[1].as_str()), (Code::DoubleEncoded, (1, 8), "泮"));
        assert!(text("{\"a\": \"façade, Größe\"}".as_bytes()).is_ok());
    }

    #[test]
    fn what_is_no_json_file_at_all_is_named() {
        check(b"", Code::EmptyFile, "");
        check(b" \n", Code::EmptyFile, "");
        check(b"\x1F\x8B\x08", Code::Compressed, "@gzip");
        check(b"PK\x03\x04", Code::Compressed, "@zip");
        check(b"\n<!doctype html>", Code::WebPage, "");
    }

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        let decoded = |text, marked, is_cut| Ok(Decoded { text, marked, is_cut });
        assert_eq!(text(b"\xEF\xBB\xBF{}"), decoded("{}", true, false));
        assert_eq!(text(b"{}"), decoded("{}", false, false));
        assert_eq!(text(b"{\"\xE6\xB3"), decoded("{\"", false, true), "an unfinished character is no other encoding");
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_placed() {
        let bytes = ["{\r\n \"泮\": \"".as_bytes(), b"\xFF\"}"].concat();
        assert_eq!(text(&bytes).map_err(|refusal| refusal.place), Err((2, 8)));
    }
}
