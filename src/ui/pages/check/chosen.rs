//! The files that a curator chose together: one data file, and what was chosen along with it.

use std::collections::{BTreeMap, BTreeSet};

use gloo::file::{File, futures::read_as_bytes};

use crate::{
    check::{
        Finding,
        pictures::{self, Left, Why},
    },
    load,
    ui::{
        ask,
        context::{Library, Loaded, Shared},
    },
};

/// What was read of a data file and its pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// The name of the data file.
    pub(super) name: String,
    pub(super) findings: Vec<Finding>,
    /// What stands in the file, where it could be read.
    pub(super) library: Option<Library>,
    /// How many pictures the file names.
    pub(super) named: usize,
    /// How many of those were chosen along and looked at.
    pub(super) given: usize,
    /// What else was chosen.
    pub(super) left: Vec<Left>,
}

/// The files of a list.
pub(super) fn listed(files: web_sys::FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Parts the data file from what was chosen along, or says how many data files there are instead of one. The data file is the one whose
/// name ends as those of data files do; where none does, the one that is no picture, so that the reader is told what it is instead.
pub(super) fn sorted(files: Vec<web_sys::File>) -> Result<(web_sys::File, Vec<web_sys::File>), usize> {
    let (mut data, mut along): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.name().to_ascii_lowercase().ends_with(".json"));
    if data.is_empty() {
        (along, data) = along.into_iter().partition(|file| pictures::is_picture(&file.name().to_ascii_lowercase()));
    }
    match (data.len(), data.pop()) {
        (1, Some(file)) => Ok((file, along)),
        (count, _) => Err(count),
    }
}

/// Reads a data file and judges it together with its pictures among what was chosen along; `None` where the browser cannot read it.
pub(super) async fn read(file: web_sys::File, chosen: Vec<web_sys::File>) -> Option<Reading> {
    let name = file.name();
    let called: Vec<String> = chosen.iter().map(web_sys::File::name).collect();
    let unasked = || called.iter().map(|name| Left { name: name.clone(), why: Why::Unasked }).collect();
    // What is too large is not even fetched into memory.
    if let Some(finding) = load::too_large(file.size() as u64) {
        return Some(Reading { name, findings: vec![finding], left: unasked(), ..Reading::default() });
    }
    let bytes = read_as_bytes(&File::from(file)).await.ok()?;
    let (mut loaded, index) = ask::load(bytes).await;
    let Some((catalog, index)) = loaded.catalog.take().zip(index) else {
        return Some(Reading { name, findings: loaded.findings, left: unasked(), ..Reading::default() });
    };
    let named: BTreeSet<String> = loaded.pictures.iter().map(|(picture, _)| picture.clone()).collect();
    let pictures::Along { found, mut left } = pictures::along(&named, &called);
    let mut given: BTreeMap<&str, Given> = BTreeMap::new();
    for (picture, at) in found {
        match look_into(picture, &chosen[at]).await {
            Some(found) => {
                given.insert(picture, found);
            }
            None => left.push(Left { name: called[at].clone(), why: Why::Unread }),
        }
    }
    loaded.look_at_pictures(|picture, place| match given.get(picture)? {
        Given::TooLarge(bytes) => pictures::too_large(picture, place, *bytes),
        Given::Read(bytes) => pictures::judge(picture, place, bytes),
    });
    let given = given.len();
    let (findings, folder) = (Vec::new(), String::new());
    let library = Shared::new(Loaded { catalog, index, folder, findings, set_aside: loaded.set_aside });
    Some(Reading { name, findings: loaded.findings, library: Some(library), named: named.len(), given, left })
}

/// What a chosen picture turned out to hold.
enum Given {
    /// More bytes than are worth reading: so many.
    TooLarge(u64),
    Read(Vec<u8>),
}

/// `None` where the browser cannot read it: then it was not given.
async fn look_into(picture: &str, file: &web_sys::File) -> Option<Given> {
    let bytes = file.size() as u64;
    if pictures::is_too_large(picture, bytes) {
        return Some(Given::TooLarge(bytes));
    }
    read_as_bytes(&File::from(file.clone())).await.ok().map(Given::Read)
}
