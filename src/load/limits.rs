//! How much a file may hold. Each bound has a finding of its own.

/// Bytes of a file.
pub const BYTES: usize = 64 * 1024 * 1024;
/// Entities of a file.
pub const ENTITIES: usize = 200_000;
/// Links of a file.
pub const LINKS: usize = 400_000;
/// Containers around a value.
pub const NESTING: usize = 32;
/// Bytes of one text.
pub const TEXT: usize = 64 * 1024;
/// Characters of one name.
pub const NAME: usize = 200;
/// Bytes of one key. The format knows none of more than a few; findings repeat keys in their paths.
pub const KEY: usize = 1024;
/// Values of a file, so that a file within [`BYTES`] that holds nothing but commas cannot exhaust memory.
pub const VALUES: usize = 16_000_000;
/// Findings of each severity that are listed; the others are counted.
pub const FINDINGS: usize = 10_000;
