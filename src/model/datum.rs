//! Positions on the earth, and the datum of Chinese maps.
//!
//! Files hold WGS-84. Maps published in China show GCJ-02, which lies some hundred metres away by an amount that changes from place
//! to place. The formula was never published officially; this is our writing of the one that is in public use since 2010 and that
//! Wikipedia describes ("Restrictions on geographic data in China", section GCJ-02), on the ellipsoid of Krasovsky (1940). The maps of
//! Baidu shift that once more, to BD-09, by a formula that the same article gives.

use std::f64::consts::PI;

/// Latitude and longitude in degrees.
pub type Position = (f64, f64);

/// The half axis of the ellipsoid in metres.
const HALF_AXIS: f64 = 6_378_245.0;
/// The square of its eccentricity.
const ECCENTRICITY: f64 = 0.006_693_421_622_965_943;
/// Metres of a degree of latitude, and of longitude at the equator, on a sphere of the earth's mean radius.
pub(crate) const DEGREE: f64 = 111_195.0;

/// The shift has waves on top of a polynomial, each given by its amplitude and half its length in degrees.
fn waves(at: f64, waves: [(f64, f64); 2]) -> f64 {
    let wave = |(amplitude, length): (f64, f64)| amplitude * (at * PI / length).sin();
    wave(waves[0]) + wave(waves[1])
}

/// The GCJ-02 position of a WGS-84 one. Outside of the frame around China, where no shift is applied, it is the same.
pub fn gcj02((lat, lon): Position) -> Position {
    if !(0.8293..=55.8271).contains(&lat) || !(72.004..=137.8347).contains(&lon) {
        return (lat, lon);
    }
    let (x, y) = (lon - 105.0, lat - 35.0);
    let root = x.abs().sqrt();
    let both = waves(x, [(20.0, 1.0 / 6.0), (20.0, 0.5)]);
    let north = both + waves(y, [(20.0, 1.0), (40.0, 3.0)]) + waves(y, [(160.0, 12.0), (320.0, 30.0)]);
    let east = both + waves(x, [(20.0, 1.0), (40.0, 3.0)]) + waves(x, [(150.0, 12.0), (300.0, 30.0)]);
    let metres_north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + north * 2.0 / 3.0;
    let metres_east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + east * 2.0 / 3.0;
    let angle = lat.to_radians();
    let flat = 1.0 - ECCENTRICITY * angle.sin().powi(2);
    let along_meridian = HALF_AXIS * (1.0 - ECCENTRICITY) / (flat * flat.sqrt());
    let along_parallel = HALF_AXIS / flat.sqrt() * angle.cos();
    (lat + (metres_north / along_meridian).to_degrees(), lon + (metres_east / along_parallel).to_degrees())
}

/// The BD-09 position of a WGS-84 one. Outside of the frame around China it is the same.
pub fn bd09(position: Position) -> Position {
    let shifted = gcj02(position);
    if shifted == position {
        return position;
    }
    bd09_of_gcj02(shifted)
}

fn bd09_of_gcj02((lat, lon): Position) -> Position {
    // A circle has 3,000 of its units.
    const UNIT: f64 = PI * 3000.0 / 180.0;
    let far = lat.hypot(lon) + 0.000_02 * (lat * UNIT).sin();
    let angle = lat.atan2(lon) + 0.000_003 * (lon * UNIT).cos();
    (far * angle.sin() + 0.006, far * angle.cos() + 0.0065)
}

/// A datum of Chinese maps: its name, and the position there of a WGS-84 one.
pub struct Datum {
    /// Its name.
    pub name: &'static str,
    /// From WGS-84 to it.
    pub shift: fn(Position) -> Position,
}

/// Those that positions are copied from.
pub const DATUMS: [Datum; 2] = [Datum { name: "GCJ-02", shift: gcj02 }, Datum { name: "BD-09", shift: bd09 }];

impl Datum {
    /// The position that is shifted to this one, within a metre: the shift is nearly the same there, and taken anew where that leads.
    pub fn back(&self, position: Position) -> Position {
        let step = |from: Position| {
            let (north, east) = (self.shift)(from);
            (from.0 + position.0 - north, from.1 + position.1 - east)
        };
        step(step(step(position)))
    }
}

/// Metres between two positions, good for distances within a city.
pub fn metres(a: Position, b: Position) -> f64 {
    let north = (a.0 - b.0) * DEGREE;
    let east = (a.1 - b.1) * DEGREE * f64::midpoint(a.0, b.0).to_radians().cos();
    north.hypot(east)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_pairs_are_met() {
        // Pairs of WGS-84 and GCJ-02 from the tests of github.com/googollee/eviltransform, which takes a slightly other ellipsoid.
        for (wgs, gcj) in [
            ((31.177_427_6, 121.527_210_6), (31.175_303_983_645_97, 121.531_541_859_215)),
            ((22.543_847, 113.912_316), (22.540_796_131_694_766, 113.917_176_480_836_3)),
            ((39.911_954, 116.377_817), (39.913_345_455_360_69, 116.384_047_224_556_57)),
        ] {
            assert!(metres(gcj02(wgs), gcj) < 0.1, "{wgs:?} gives {:?}", gcj02(wgs));
        }
        // From the tests of github.com/wandergis/coordtransform, on the same ellipsoid.
        assert!(metres(gcj02((39.915, 116.404)), (39.916_404_281_501_64, 116.410_244_499_169_38)) < 0.001);
    }

    #[test]
    fn a_published_pair_of_baidu_is_met() {
        // From the tests of github.com/wandergis/coordtransform, latitude first here.
        let baidu = bd09_of_gcj02((39.915, 116.404));
        assert!(metres(baidu, (39.921_336_993_510_21, 116.410_369_493_710_29)) < 0.001, "{baidu:?}");
    }

    #[test]
    fn a_shift_is_taken_back_within_a_metre() {
        for datum in &DATUMS {
            let here = (23.1189, 113.2361);
            let there = (datum.shift)(here);
            assert!(metres(there, here) > 400.0, "{}", datum.name);
            assert!(metres(datum.back(there), here) < 1.0, "{}", datum.name);
        }
    }

    #[test]
    fn outside_of_china_nothing_is_shifted() {
        assert_eq!(gcj02((51.5, -0.1)), (51.5, -0.1));
        assert_eq!(bd09((51.5, -0.1)), (51.5, -0.1));
    }

    #[test]
    fn distances_are_those_of_the_sphere() {
        let (paris, lyon) = ((48.8566, 2.3522), (45.764, 4.8357));
        assert!((metres(paris, lyon) - 391_500.0).abs() < 1500.0, "{}", metres(paris, lyon));
        assert_eq!(metres(paris, paris), 0.0);
    }
}
