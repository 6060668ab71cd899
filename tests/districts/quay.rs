//! The small district, whole or with one value changed.

use serde_json::Value;

/// The file as it stands.
pub(crate) fn whole() -> Value {
    serde_json::from_str(include_str!("quay.json")).unwrap_or_else(|error| panic!("{error}"))
}

/// The file with the value at a pointer set; `-` appends to a list.
pub(crate) fn with(pointer: &str, value: Value) -> Value {
    let mut file = whole();
    let (parent, last) = pointer.rsplit_once('/').unwrap_or_else(|| panic!("{pointer}"));
    match file.pointer_mut(parent) {
        Some(Value::Array(items)) if last == "-" => items.push(value),
        Some(Value::Array(items)) => items[last.parse::<usize>().unwrap_or(0)] = value,
        Some(Value::Object(members)) => {
            members.insert(last.to_owned(), value);
        }
        other => panic!("{pointer}: {other:?}"),
    }
    file
}
