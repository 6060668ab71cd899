//! How long a walk is, in words, and what that rests on.

use crate::{
    model::{Catalog, EntityIx, Lang},
    view::walk::{self, Measure},
    words,
};

/// To so many metres a length is rounded; nothing is shorter.
const STEP: f64 = 50.0;

/// A length in metres, rounded as one would say it.
fn metres(length: f64, lang: Lang) -> String {
    let said = words::places(lang);
    let rounded = ((length / STEP).round() * STEP).max(STEP);
    if rounded < 1000.0 {
        words::count(said.metres, &[rounded as usize])
    } else {
        words::fill(said.kilometres, &[&format!("{:.1}", length / 1000.0)])
    }
}

/// What is said of a walk: how many stops, and how far where it is known. Nothing without stops, and of one no distance.
fn told(measure: Measure, lang: Lang) -> Option<String> {
    let said = words::places(lang);
    let Measure { stops, exact, areas, .. } = measure;
    let count = words::count(said.stops, &[stops]);
    let counted =
        |template: &str, length: &str| words::fill(&words::count(template, &[exact, areas]), &["", "", length]);
    let far = match (stops, measure.metres.map(|length| metres(length, lang))) {
        (0, _) => return None,
        (1, _) => return Some(count),
        (_, None) => said.no_length.to_owned(),
        (_, Some(length)) if areas == 0 && exact == stops => length,
        (_, Some(length)) if areas == 0 => words::fill(said.of_known, &[&exact.to_string(), &length]),
        (_, Some(length)) if exact == 0 => counted(said.of_areas, &length),
        (_, Some(length)) => counted(said.of_both, &length),
    };
    Some([count.as_str(), words::punctuation(lang).comma, &far].concat())
}

/// How many stops a walk has, and how far it is between them; `None` where it has none.
pub(super) fn measure(catalog: &Catalog, stops: &[EntityIx], lang: Lang) -> Option<String> {
    told(walk::measure(catalog, stops), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_rounded_before_its_unit_is_chosen_and_is_never_nothing() {
        for (length, said) in [
            (0.0, "about 50 m in straight lines"),
            (24.9, "about 50 m in straight lines"),
            (80.0, "about 100 m in straight lines"),
            (974.0, "about 950 m in straight lines"),
            (975.0, "about 1.0 km in straight lines"),
            (999.9, "about 1.0 km in straight lines"),
            (1260.0, "about 1.3 km in straight lines"),
        ] {
            assert_eq!(metres(length, Lang::En), said, "{length}");
        }
    }

    #[test]
    fn a_distance_says_how_many_of_its_points_are_exact_and_how_many_the_middles_of_areas() {
        let walk = |stops, exact, areas| Measure { stops, exact, areas, metres: (exact + areas > 1).then_some(340.0) };
        for (walk, english, chinese) in [
            (walk(3, 3, 0), "3 stops, about 350 m in straight lines", "3站，直線約350米"),
            (
                walk(3, 2, 0),
                "3 stops, between the 2 with a known position about 350 m in straight lines",
                "3站，其中2站有確切位置，直線約350米",
            ),
            (
                walk(6, 1, 4),
                "6 stops, about 350 m in straight lines between 1 known position and the middles of 4 areas",
                "6站，其中1站有確切位置，4站按範圍中心計，直線約350米",
            ),
            (
                walk(3, 0, 2),
                "3 stops, about 350 m in straight lines between the middles of 2 areas",
                "3站，其中2站按範圍中心計，直線約350米",
            ),
            (
                walk(2, 0, 1),
                "2 stops, distance unknown: too few stops have a sourced position",
                "2站，路程不詳：有確切位置的站太少",
            ),
            (walk(1, 1, 0), "1 stop", "1站"),
        ] {
            assert_eq!(told(walk, Lang::En).as_deref(), Some(english));
            assert_eq!(told(walk, Lang::ZhHant).as_deref(), Some(chinese));
        }
        assert_eq!(told(walk(0, 0, 0), Lang::En), None);
    }
}
