// SPDX-License-Identifier: MIT
//! Forms that write to memory of the caller allocate nothing.
use dtgrowth::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local!(static COUNT: Cell<usize> = const { Cell::new(0) });

struct Counting;

// SAFETY: that of the system, and a count.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        // SAFETY: what the caller promises.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: what the caller promises.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(of: impl FnOnce() -> Result<()>) -> usize {
    let before = COUNT.get();
    of().unwrap();
    COUNT.get() - before
}

#[test]
fn nothing_is_allocated() {
    let trade = [4.59, 5.30, 5.90, 6.62, 7.23, 8.0];
    let found = allocations(|| {
        let start: Period = "2020".parse()?;
        let x = Series::new(&trade, start)?;
        let (mut room, mut why) = ([0.0; 6], [Why::DEFINED; 6]);
        let options = GrowthOptions::new();
        x.growth_into(GrowthKind::RATE, 1, &options, &mut room)?;
        let out = Out::new(&mut room).with_why(&mut why)?;
        x.rolling_growth_into(GrowthKind::LOG, 2, 1, &options, out)?;
        let (order, ties) = (Order::ASCENDING, Ties::MIN);
        let choice = CompareOptions::new();
        x.rank_into(order, ties, &choice, &mut [0; 6], &mut room)?;
        x.average(AverageKind::CAGR, start, start + 4, &options)?;
        x.contributions_into(&x, (1.0, 2.0), &choice, &mut room)?;
        let panel = Panel::new(&trade, 2, 3, start)?;
        let mut summaries = [Summary::default(); 2];
        let out = PanelOut::new(&mut room, 2, 3)?
            .with_why(&mut why)?
            .with_summaries(&mut summaries)?;
        panel.growth_into(GrowthKind::RATE, 1, &options, out)?;
        let figure: Figure = "4.59".parse()?;
        check_growth(&figure, &figure, &figure, 4.0, Method::CAGR)?;
        let mut sum = Sum::new();
        sum.add(&x)?;
        sum.read(Missing::COUNTS).map(drop)
    });
    assert_eq!(found, 0);
    // Where something is, it is counted.
    let found = allocations(|| {
        std::hint::black_box(vec![1]);
        Ok(())
    });
    assert_eq!(found, 1);
}
