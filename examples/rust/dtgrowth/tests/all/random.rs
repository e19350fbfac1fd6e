// SPDX-License-Identifier: MIT
//! Numbers to test with: the same in each run.

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A level above 0: of any size, subnormal or huge, with few digits as
    /// published ones have, or next to the one before.
    pub fn level(&mut self, before: f64) -> f64 {
        match self.below(4) {
            0 => f64::from_bits(self.bits() % f64::INFINITY.to_bits())
                .max(5e-324),
            1 => 1.0 + self.below(10_000) as f64 / 100.0,
            2 => f64::from_bits(before.to_bits() + 1 + self.bits() % 3),
            _ => self.unit() * 1000.0 + 0.001,
        }
    }

    /// Two levels that are finite.
    pub fn levels(&mut self) -> (f64, f64) {
        let base = self.level(1.0).min(1e308);
        (base, self.level(base).min(f64::MAX))
    }

    /// A rate above -1.
    pub fn rate(&mut self) -> f64 {
        match self.below(3) {
            0 => self.unit() * 2.0 - 0.999,
            1 => (self.below(200) as f64 - 50.0) / 1000.0,
            _ => (self.unit() - 0.5) * 1e-9,
        }
    }

    /// Observations, some of them missing, the first one not.
    pub fn observations(&mut self, n: usize) -> Vec<f64> {
        let one = |r: &mut Self| match r.below(8) {
            0 => f64::NAN,
            1 => 0.0,
            2 => -r.unit(),
            _ => r.unit() * 10.0,
        };
        (0..n)
            .map(|i| if i == 0 { 1.5 } else { one(self) })
            .collect()
    }
}
