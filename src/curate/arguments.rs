//! What can be asked of the tool.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{
    model::{Depth, Lang, date::YEARS},
    view::drawing::Room,
};

/// The curator's tool for data files of Taste of Xiguan.
#[derive(Debug, Parser)]
#[command(name = "curate", version, about, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print everything that is wrong, probably wrong or good to know about a data file
    Check(CheckOptions),
    /// Rewrite a data file in its canonical order and layout, losing nothing
    Fmt(FmtOptions),
    /// Print the JSON Schema of data files
    Schema,
    /// Print where everything stands, as JSON
    Layout(LayoutOptions),
    /// Print everything upstream and downstream of an entity, as JSON
    Trace(TraceOptions),
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Human,
    /// One array.
    Json,
    /// Workflow commands that mark lines of a change.
    Github,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "one of zh-Hans, zh-Hant, en".to_owned())
}

fn depth(text: &str) -> Result<Depth, String> {
    Depth::from_word(text).ok_or_else(|| "a number of steps, or all".to_owned())
}

fn length(text: &str) -> Result<f32, String> {
    const MOST: f32 = 100_000.0;
    let length = text.parse().ok().filter(|length: &f32| *length >= 1.0 && *length <= MOST);
    length.ok_or_else(|| format!("a number of pixels, from 1 to {MOST}"))
}

fn year(text: &str) -> Result<i32, String> {
    text.parse()
        .ok()
        .filter(|year| YEARS.contains(year))
        .ok_or_else(|| format!("a year, from {} to {}", YEARS.start(), YEARS.end()))
}

fn room(text: &str) -> Result<Room, String> {
    match text {
        "wide" => Ok(Room::Wide),
        "middle" => Ok(Room::Middle),
        "narrow" => Ok(Room::Narrow),
        _ => Err("one of wide, middle, narrow".to_owned()),
    }
}

#[derive(Args, Debug)]
pub(super) struct CheckOptions {
    /// The data file
    pub(super) file: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
    /// End with 1 when there are warnings
    #[arg(long)]
    pub(super) strict: bool,
    /// The language of messages: zh-Hans, zh-Hant or en
    #[arg(long, value_parser = lang, default_value = "en")]
    pub(super) lang: Lang,
}

#[derive(Args, Debug)]
pub(super) struct FmtOptions {
    /// The data file
    pub(super) file: PathBuf,
    /// Only tell whether it would change: end with 1 when it would
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Args, Debug)]
pub(super) struct LayoutOptions {
    /// The data file
    pub(super) file: PathBuf,
    /// The chain of this entity alone, as the app draws it
    #[arg(long)]
    pub(super) focus: Option<String>,
    /// Steps upstream of the focus, or all
    #[arg(long, value_parser = depth, default_value = "1", requires = "focus")]
    pub(super) up: Depth,
    /// Steps downstream of the focus, or all
    #[arg(long, value_parser = depth, default_value = "1", requires = "focus")]
    pub(super) down: Depth,
    /// The lens; the first one of the file when none is named
    #[arg(long)]
    pub(super) lens: Option<String>,
    /// Leave names to prominent entities and gather the others in fields of dots, as the app draws a whole lens
    #[arg(long)]
    pub(super) group: bool,
    /// Split folds that are too full into several layers
    #[arg(long)]
    pub(super) wrap: bool,
    /// The language of the names: zh-Hans, zh-Hant or en
    #[arg(long, value_parser = lang, default_value = "zh-Hans")]
    pub(super) lang: Lang,
    /// The room: wide, middle or narrow
    #[arg(long, value_parser = room, default_value = "wide")]
    pub(super) room: Room,
    /// Width of the map in pixels
    #[arg(long, value_parser = length, allow_negative_numbers = true, default_value = "890")]
    pub(super) width: f32,
    /// Height of the map in pixels
    #[arg(long, value_parser = length, allow_negative_numbers = true, default_value = "668")]
    pub(super) height: f32,
}

#[derive(Args, Debug)]
pub(super) struct TraceOptions {
    /// The data file
    pub(super) file: PathBuf,
    /// The entity
    pub(super) id: String,
    /// Steps upstream, or all
    #[arg(long, value_parser = depth, default_value = "all")]
    pub(super) up: Depth,
    /// Steps downstream, or all
    #[arg(long, value_parser = depth, default_value = "all")]
    pub(super) down: Depth,
    /// The lens; the first one of the file when none is named
    #[arg(long)]
    pub(super) lens: Option<String>,
    /// Only what existed in this year
    #[arg(long, value_parser = year, allow_negative_numbers = true)]
    pub(super) year: Option<i32>,
}
