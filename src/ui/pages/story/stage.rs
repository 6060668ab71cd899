//! How a step is drawn: which way it flows, how large its things are, and how the map opens.

use yew::prelude::*;

use crate::{
    model::Lang,
    trace::Trace,
    ui::{
        context::{Library, Shared},
        map::{Opening, use_drawing},
    },
    view::{
        camera::Extent,
        drawing::{Drawing, ON_SCREEN, Room, Size, Wanted, has_room_for_windows},
    },
};

/// The smallest name that can be read, in pixels.
const SMALLEST: f32 = 11.0;

/// The share of its wanted scale at which a step is still read at a glance.
const READABLE: f32 = 0.55;

/// Where there is room the few things of a step are drawn so much larger than on the plate.
const LARGE: f32 = 1.6;

/// The same on a museum screen.
const LARGEST: f32 = 2.4;

/// Windows are large already: on a museum screen they are so much larger.
const LARGER: f32 = 1.5;

/// The scene of a step.
pub(super) struct Scene {
    /// What is drawn; `None` until it is laid out.
    pub(super) drawing: Option<Shared<Drawing>>,
    /// How its map opens.
    pub(super) opening: Opening,
}

/// The scene of the step with this trace, on a plate of this extent.
#[hook]
pub(super) fn use_scene(
    library: &Library,
    trace: Option<&Trace>,
    lang: Lang,
    room: Option<Room>,
    extent: Option<Extent>,
    kiosk: bool,
) -> Scene {
    let is_phone = room == Some(Room::Narrow);
    let large = match room {
        Some(Room::Narrow) => 1.0,
        _ if kiosk => LARGEST,
        _ => LARGE,
    };
    let by = |large: f32| extent.map_or((0.0, 0.0), |extent| (extent.width / large, extent.height / large));
    let room_for_windows = by(if kiosk { LARGER } else { 1.0 });
    // A few things are windows, as on the plate; more of them are tiles, so that all are seen.
    let fits = |trace: &Trace| has_room_for_windows(&library.catalog, trace, room_for_windows);
    let few = !is_phone && trace.is_some_and(fits);
    let wanted = room.filter(|_| extent.is_some()).zip(trace).map(|(room, trace)| Wanted {
        lens: trace.request.lens,
        lang,
        room: if room == Room::Middle { Room::Wide } else { room },
        size: if few { Size::Windows } else { Size::Scene },
        fill: if few { room_for_windows } else { by(large) },
        only: Some(trace.request),
        wrap: false,
        effort: ON_SCREEN,
    });
    // Across like every chain where that can be read, else down where that can be read better, as on an upright screen.
    let across = use_drawing(library, wanted.clone());
    let fit = |drawing: &Drawing| {
        extent.map_or(1.0, |extent| (extent.width / drawing.width).min(extent.height / drawing.height))
    };
    let small = !is_phone && !few && across.as_deref().is_some_and(|drawing| fit(drawing) < READABLE * large);
    let down = use_drawing(library, wanted.filter(|_| small).map(|wanted| Wanted { room: Room::Middle, ..wanted }));
    let drawing = match (across, down) {
        (Some(across), Some(down)) if small && fit(&down) > fit(&across) => Some(down),
        (across, _) => across,
    };
    // No name is set smaller than can be read; what does not fit is a drag away, but for a screen that nobody may drag on.
    let readable = drawing.as_ref().map_or(1.0, |drawing| (SMALLEST / drawing.style.font).min(1.0));
    let whole = !is_phone && drawing.as_deref().is_none_or(|drawing| fit(drawing) >= readable);
    let opening = if whole || kiosk { Opening::Whole(large) } else { Opening::Readable(readable) };
    Scene { drawing, opening }
}
