//! The two contexts: the library, which never changes after loading, and the way to dispatch, which never changes at all.

use std::{ops::Deref, rc::Rc};

use yew::prelude::*;

use crate::{
    check::Finding,
    model::Catalog,
    search::Index,
    view::{Action, Address},
};

/// A shared value that is compared by identity. `Rc` alone would compare the whole of a value with floats each time.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What was loaded, with what is derived from it once.
#[derive(Debug)]
pub struct Loaded {
    /// The chain.
    pub catalog: Catalog,
    /// What the checker says of the file.
    pub findings: Vec<Finding>,
    /// How many records were set aside.
    pub set_aside: u32,
    /// The folder of the file, with a slash at its end: pictures lie there.
    pub folder: String,
    /// For searching.
    pub index: Index,
}

/// The library in a context.
pub type Library = Shared<Loaded>;

/// The way to dispatch a deed of the reader.
pub type Dispatch = Callback<Action>;

/// The library. Only components inside the loaded app may ask for it.
///
/// # Panics
/// Outside the loaded app.
#[hook]
pub fn use_library() -> Library {
    use_context::<Library>().expect("the library is provided around every page")
}

/// The way to dispatch.
///
/// # Panics
/// Outside the app.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().expect("the dispatcher is provided around the app")
}

/// Where the reader is, shared by reference among props.
pub type Here = Rc<Address>;
