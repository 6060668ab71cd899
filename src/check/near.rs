//! What was probably meant: the nearest of several words.

/// The distance of optimal string alignment (Damerau 1964, restricted): insertions, deletions, changes and swaps of neighbours.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // far[i][j] is the distance between the first i characters of a and the first j of b.
    let mut far = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            far[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = far[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = change.min(far[i - 1][j] + 1).min(far[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped { best.min(far[i - 2][j - 2] + 1) } else { best }
            };
        }
    }
    far[a.len()][b.len()]
}

/// The nearest of `known` to `word`: at most a third of its characters away, the first one when several are as near.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let most = (length / 3).clamp(1, 4);
    let squeezed = |text: &str| text.replace(['-', '_', ' '], "").to_ascii_lowercase();
    let plain = squeezed(word);
    known
        .filter(|candidate| *candidate != word)
        .map(|candidate| {
            let near = if squeezed(candidate) == plain { 0 } else { distance(word, candidate) };
            (near, candidate)
        })
        .filter(|(near, _)| *near <= most)
        .min_by_key(|(near, _)| *near)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbours_counts_as_one() {
        for (a, b, far) in [
            ("", "", 0),
            ("abc", "", 3),
            ("ab", "ba", 1),
            ("upsteam", "upstream", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(a, b), far, "{a} {b}");
            assert_eq!(distance(b, a), far, "{b} {a}");
        }
    }

    #[test]
    fn the_nearest_word_is_proposed_and_a_far_one_is_not() {
        let known = ["chen-tian-ji", "chen-xinghai", "pan-xi"];
        assert_eq!(nearest("chentianji", known.into_iter()), Some("chen-tian-ji"));
        assert_eq!(nearest("pan-si", known.into_iter()), Some("pan-xi"));
        assert_eq!(nearest("quite-other", known.into_iter()), None);
    }
}
