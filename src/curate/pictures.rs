//! Pictures beside the data file: looks for them in its folder and leaves it to the core to judge them.

use std::path::Path;

use crate::{
    check::{Code, Finding, Place, near, pictures},
    load::Loaded,
};

/// Checks every picture that the file names.
pub(super) fn check(file: &Path, loaded: &mut Loaded) {
    let folder = file.parent().unwrap_or(Path::new(""));
    loaded.look_at_pictures(|picture, place| {
        if let Some(missing) = missing(folder, picture, place) {
            return Some(missing);
        }
        match std::fs::read(folder.join(picture)) {
            Ok(bytes) => pictures::judge(picture, place, &bytes),
            Err(error) => {
                let arguments = vec![picture.to_owned(), error.to_string()];
                Some(Finding { code: Code::PictureKind, place: place.clone(), arguments, suggestion: None })
            }
        }
    });
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
    // What is no name of a picture would be the next fault.
    let near = near::nearest(name, names.iter().map(String::as_str).filter(|other| pictures::is_picture(other)));
    let suggestion = near.map(|near| if parent.is_empty() { near.to_owned() } else { format!("{parent}/{near}") });
    Some(Finding { code: Code::PictureMissing, place: place.clone(), arguments: vec![picture.to_owned()], suggestion })
}
