// SPDX-License-Identifier: MIT
//! What may go from thread to thread.
use dtgrowth::*;

fn goes_anywhere<T: Send + Sync>() {}

#[test]
fn everything_does() {
    goes_anywhere::<Series<'_>>();
    goes_anywhere::<Panel<'_>>();
    goes_anywhere::<Out<'_>>();
    goes_anywhere::<PanelOut<'_>>();
    goes_anywhere::<Output>();
    goes_anywhere::<PanelOutput>();
    goes_anywhere::<Sum>();
    goes_anywhere::<Error>();
    goes_anywhere::<(Period, Figure, Unit, GrowthCheck, GrowthOptions)>();
}

#[test]
fn sums_of_threads_are_merged() {
    let values: Vec<f64> = (0..1000).map(|i| f64::from(i) / 3.0).collect();
    let whole = Series::new(&values, Period::undated(0).unwrap()).unwrap();
    let mut all = Sum::new();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|part| {
                scope.spawn(move || {
                    let from = Period::undated(part * 250).unwrap();
                    let slice = whole.slice(from, from + 249).unwrap();
                    let mut sum = Sum::new();
                    sum.add(&slice).unwrap();
                    sum
                })
            })
            .collect();
        for thread in threads {
            all.merge(&thread.join().unwrap()).unwrap();
        }
    });
    let mut at_once = Sum::new();
    at_once.add(&whole).unwrap();
    assert_eq!(all, at_once);
}
