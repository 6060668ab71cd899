//! Where everything stands. (A plain stand-in until the layered engine is merged.)

/// Which way the chain flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Across,
    /// Top to bottom.
    Down,
}

/// A stage to be laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageBox {
    /// Share of the room.
    pub factor: f32,
    /// A fold with nothing lit.
    pub closed: bool,
}

/// A box to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeBox {
    /// Its stage.
    pub stage: u32,
    /// Size along the flow.
    pub main: f32,
    /// Size across the flow.
    pub cross: f32,
    /// Offset across the flow of its line.
    pub port: f32,
    /// Rank.
    pub rank: u8,
}

/// What is to be laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Stages in flow order.
    pub stages: Vec<StageBox>,
    /// Boxes.
    pub nodes: Vec<NodeBox>,
    /// Links.
    pub links: Vec<(u32, u32)>,
}

/// How.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Config {
    /// Which way.
    pub direction: Direction,
    /// Between boxes.
    pub gap_cross: f32,
    /// Between passing links.
    pub lane: f32,
    /// Room in which links bend.
    pub gutter: f32,
    /// Least extent of a stage.
    pub stage_main: Option<f32>,
    /// Cross extent at which a stage is split.
    pub wrap: Option<f32>,
    /// Main extent to fill.
    pub fill: Option<f32>,
    /// Work budget.
    pub effort: u32,
}

/// A placed box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A routed link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The polyline.
    pub points: Vec<(f32, f32)>,
}

/// A stage's band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Begin along the flow.
    pub start: f32,
    /// Extent along the flow.
    pub extent: f32,
}

/// The result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Boxes.
    pub nodes: Vec<Rect>,
    /// Routes.
    pub links: Vec<Route>,
    /// Bands.
    pub stages: Vec<Band>,
}

/// Lays out.
pub fn compute(scene: &Scene, config: &Config) -> Layout {
    let mut main = 0.0;
    let mut across: f32 = 0.0;
    let mut nodes = vec![Rect::default(); scene.nodes.len()];
    let mut stages = Vec::new();
    for (s, stage) in scene.stages.iter().enumerate() {
        let members: Vec<usize> = (0..scene.nodes.len()).filter(|n| scene.nodes[*n].stage as usize == s).collect();
        let wide = members.iter().map(|n| scene.nodes[*n].main).fold(config.stage_main.unwrap_or(0.0), f32::max);
        let extent = if stage.closed { 46.0 } else { wide + config.gutter };
        let mut cross = 0.0;
        for n in members {
            let node = scene.nodes[n];
            let rect = match config.direction {
                Direction::Across => Rect { x: main, y: cross, width: node.main, height: node.cross },
                Direction::Down => Rect { x: cross, y: main, width: node.cross, height: node.main },
            };
            nodes[n] = rect;
            cross += node.cross + config.gap_cross;
        }
        across = across.max(cross);
        stages.push(Band { start: main, extent });
        main += extent;
    }
    let links = scene
        .links
        .iter()
        .map(|(a, b)| {
            let (from, to) = (nodes[*a as usize], nodes[*b as usize]);
            let (pa, pb) = (scene.nodes[*a as usize].port, scene.nodes[*b as usize].port);
            let points = match config.direction {
                Direction::Across => vec![(from.x + from.width, from.y + pa), (to.x, to.y + pb)],
                Direction::Down => vec![(from.x + pa, from.y + from.height), (to.x + pb, to.y)],
            };
            Route { points }
        })
        .collect();
    let (width, height) = if config.direction == Direction::Across { (main, across) } else { (across, main) };
    Layout { width, height, nodes, links, stages }
}
