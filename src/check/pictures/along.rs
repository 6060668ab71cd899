//! Which of the files that were chosen along with a data file are the pictures that it names, and what the others are. A browser tells
//! the name of a file and not the folder that it lies in.

use std::collections::{BTreeMap, BTreeSet};

/// The files that were chosen along with a data file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Along<'a> {
    /// The pictures that are among them: the path that the data file names, and the place among the files.
    pub found: Vec<(&'a str, usize)>,
    /// The others, in the order in which they were chosen.
    pub left: Vec<Left>,
}

/// A file that is judged as none of the pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its name.
    pub name: String,
    /// Why it is not judged.
    pub why: Why,
}

/// Why a file that was chosen along is not judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The data file names no such picture.
    Strange,
    /// It names this one instead, which differs in case alone. Servers tell case apart, so it is another picture.
    OtherCase(String),
    /// Several of the pictures have this name, or several of the files.
    Unclear,
    /// The file cannot be read.
    Unread,
    /// The data file cannot be read, so nobody knows which pictures it names.
    Unasked,
}

/// Finds the pictures among files of these names.
pub fn along<'a>(named: &'a BTreeSet<String>, files: &[String]) -> Along<'a> {
    let mut paths: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut in_small: BTreeMap<String, &str> = BTreeMap::new();
    for path in named {
        let name = path.rsplit('/').next().unwrap_or(path);
        paths.entry(name).or_default().push(path);
        in_small.entry(name.to_ascii_lowercase()).or_insert(path);
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in files {
        *times.entry(name).or_default() += 1;
    }
    let mut out = Along::default();
    for (at, name) in files.iter().enumerate() {
        let why = match paths.get(name.as_str()).map(Vec::as_slice) {
            Some([path]) if times.get(name.as_str()) == Some(&1) => {
                out.found.push((path, at));
                continue;
            }
            Some(_) => Why::Unclear,
            None => {
                in_small.get(&name.to_ascii_lowercase()).map_or(Why::Strange, |path| Why::OtherCase((*path).to_owned()))
            }
        };
        out.left.push(Left { name: name.clone(), why });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(named: &[&str], files: &[&str], found: &[(&str, usize)], left: &[(&str, Why)]) {
        let named: BTreeSet<String> = named.iter().map(|path| (*path).to_owned()).collect();
        let files: Vec<String> = files.iter().map(|name| (*name).to_owned()).collect();
        let left = left.iter().map(|(name, why)| Left { name: (*name).to_owned(), why: why.clone() }).collect();
        assert_eq!(along(&named, &files), Along { found: found.to_vec(), left }, "{named:?} {files:?}");
    }

    #[test]
    fn a_file_is_the_picture_at_the_path_that_ends_with_its_name() {
        check(&["pictures/a.svg", "b.svg"], &["b.svg", "a.svg"], &[("b.svg", 0), ("pictures/a.svg", 1)], &[]);
        check(&["pictures/aa.svg"], &["a.svg"], &[], &[("a.svg", Why::Strange)]);
    }

    #[test]
    fn what_the_data_file_does_not_name_is_left() {
        let left = [("Photo.JPG", Why::Strange), ("notes.txt", Why::Strange)];
        check(&["pictures/a.svg"], &["Photo.JPG", "a.svg", "notes.txt"], &[("pictures/a.svg", 1)], &left);
        check(&[], &["a.svg"], &[], &[("a.svg", Why::Strange)]);
    }

    #[test]
    fn a_name_that_differs_in_case_alone_is_another_one() {
        let meant = Why::OtherCase("pictures/photo.jpg".to_owned());
        check(&["pictures/photo.jpg"], &["Photo.JPG"], &[], &[("Photo.JPG", meant.clone())]);
        check(
            &["pictures/photo.jpg"],
            &["Photo.JPG", "photo.jpg"],
            &[("pictures/photo.jpg", 1)],
            &[("Photo.JPG", meant)],
        );
        let meant = Why::OtherCase("pictures/Photo.jpg".to_owned());
        check(&["pictures/Photo.jpg"], &["photo.jpg"], &[], &[("photo.jpg", meant)]);
    }

    #[test]
    fn a_name_that_fits_several_fits_none() {
        check(&["new/a.svg", "old/a.svg"], &["a.svg"], &[], &[("a.svg", Why::Unclear)]);
        check(&["a.svg"], &["a.svg", "a.svg"], &[], &[("a.svg", Why::Unclear), ("a.svg", Why::Unclear)]);
    }
}
