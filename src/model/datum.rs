//! Positions on the earth, and the datum of Chinese maps.
//!
//! Files hold WGS-84. Maps published in China show GCJ-02, which lies some hundred metres away by an amount that changes from place
//! to place. The formula was never published officially; this is our writing of the one that is in public use since 2010 and that
//! Wikipedia describes ("Restrictions on geographic data in China", section GCJ-02), on the ellipsoid of Krasovsky (1940).

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
    fn outside_of_china_nothing_is_shifted() {
        assert_eq!(gcj02((51.5, -0.1)), (51.5, -0.1));
    }

    #[test]
    fn distances_are_those_of_the_sphere() {
        let (paris, lyon) = ((48.8566, 2.3522), (45.764, 4.8357));
        assert!((metres(paris, lyon) - 391_500.0).abs() < 1500.0, "{}", metres(paris, lyon));
        assert_eq!(metres(paris, paris), 0.0);
    }
}
