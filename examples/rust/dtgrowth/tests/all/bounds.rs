// SPDX-License-Identifier: MIT
//! What would reach out of a slice does not come through, whatever numbers it
//! is asked with; and what comes through stays inside.
use crate::random::Random;
use dtgrowth::*;

fn status<T>(result: Result<T>) -> Status {
    result.err().map_or(Status::OK, |error| error.status())
}

fn year() -> Period {
    Period::year(2020)
}

#[test]
fn a_stride_that_leaves_the_slice_is_refused() {
    let x = [0.0; 10];
    let view = |first, stride, length| {
        status(Series::strided(&x, first, stride, length, year()))
    };
    assert_eq!(view(0, 1, 10), Status::OK);
    assert_eq!(view(0, 1, 11), Status::LENGTH);
    assert_eq!(view(9, -1, 10), Status::OK);
    assert_eq!(view(9, -1, 11), Status::LENGTH);
    assert_eq!(view(8, -1, 10), Status::LENGTH);
    assert_eq!(view(1, 3, 3), Status::OK);
    assert_eq!(view(1, 3, 4), Status::LENGTH);
    assert_eq!(view(10, 1, 0), Status::OK);
    assert_eq!(view(11, 1, 0), Status::LENGTH);
    assert_eq!(view(10, 1, 1), Status::LENGTH);
    assert_eq!(view(0, 0, 2), Status::STRIDE);
    for stride in [isize::MIN, isize::MIN + 1, isize::MAX] {
        assert_eq!(view(5, stride, 2), Status::LENGTH);
        assert_eq!(view(5, stride, usize::MAX), Status::LENGTH);
    }
}

/// Every element of what is accepted lies in the slice: by a plain loop.
#[test]
fn strides_are_accepted_as_a_plain_loop_would() {
    let (x, mut random) = ([0.0; 24], Random::new(10));
    let mut accepted = 0;
    for _ in 0..20_000 {
        let first = random.below(30);
        let (count, length) = (random.below(6), random.below(6));
        let strides = [(); 2].map(|()| random.below(23) as isize - 11);
        let inside = (0..count).all(|j| {
            (0..length).all(|i| {
                let step = j as isize * strides[0] + i as isize * strides[1];
                (0..24).contains(&(first as isize + step))
            })
        });
        let inside = inside && (first <= 24 || count * length > 0);
        let (across, along) = ((count, strides[0]), (length, strides[1]));
        let found = status(Panel::strided(&x, first, across, along, year()));
        let expected = match (inside, strides[1]) {
            (false, _) => Status::LENGTH,
            (true, 0) => Status::STRIDE,
            (true, _) => Status::OK,
        };
        assert_eq!(found, expected, "{first} {across:?} {along:?}");
        accepted += usize::from(found == Status::OK);
        let mut room = x;
        let out = PanelOut::strided(&mut room, first, across, along);
        assert_eq!(out.is_ok(), inside, "{first} {across:?} {along:?}");
    }
    assert!(accepted > 1000, "{accepted}");
}

#[test]
fn a_bitmap_that_is_too_short_is_refused() {
    let x = [0.0; 10];
    let view = Series::new(&x, year()).unwrap();
    assert_eq!(status(view.with_validity(&[0; 2], 6)), Status::OK);
    assert_eq!(status(view.with_validity(&[0; 2], 7)), Status::LENGTH);
    assert_eq!(
        status(view.with_validity(&[0; 2], usize::MAX)),
        Status::LENGTH
    );
    let panel = Panel::new(&x, 2, 5, year()).unwrap();
    let bits = |n, offset, stride| {
        status(panel.with_validity(&[0; 3][..n], offset, stride))
    };
    assert_eq!(bits(2, 6, 5), Status::OK);
    assert_eq!(bits(2, 7, 5), Status::LENGTH);
    assert_eq!(bits(3, 3, 16), Status::OK);
    assert_eq!(bits(3, 4, 16), Status::LENGTH);
    assert_eq!(bits(3, 0, usize::MAX), Status::LENGTH);
    let mut room = [0.0; 10];
    let mut bitmap = [0; 2];
    let out = Out::new(&mut room).with_validity(&mut bitmap, 7);
    assert_eq!(status(out.map(drop)), Status::LENGTH);
    let mut why = [Why::DEFINED; 9];
    let out = Out::new(&mut room).with_why(&mut why);
    assert_eq!(status(out.map(drop)), Status::LENGTH);
    let out = PanelOut::new(&mut room, 2, 5).unwrap().with_why(&mut why);
    assert_eq!(status(out.map(drop)), Status::LENGTH);
    let mut one = [Summary::default()];
    let out = PanelOut::new(&mut room, 2, 5).unwrap();
    assert_eq!(
        status(out.with_summaries(&mut one).map(drop)),
        Status::LENGTH
    );
}

#[test]
fn offsets_that_leave_the_column_are_refused() {
    let x = [0.0; 5];
    let spans = |offsets: &[i64], starts: &[i64]| {
        status(Panel::spans(&x, offsets, starts, Frequency::YEAR))
    };
    assert_eq!(spans(&[0, 2, 5], &[2020, 2020]), Status::OK);
    assert_eq!(spans(&[0, 2, 6], &[2020, 2020]), Status::LENGTH);
    assert_eq!(spans(&[-1, 2, 5], &[2020, 2020]), Status::LENGTH);
    assert_eq!(spans(&[0, 3, 2], &[2020, 2020]), Status::LENGTH);
    assert_eq!(spans(&[0, 2, 5], &[2020]), Status::LENGTH);
    assert_eq!(spans(&[], &[]), Status::LENGTH);
    assert_eq!(spans(&[5], &[]), Status::OK);
    assert_eq!(spans(&[0, 5], &[NO_PERIOD]), Status::PERIOD);
}

#[test]
fn an_output_that_is_too_small_is_refused_and_left_alone() {
    let (x, options) = ([1.0, 2.0, 4.0], GrowthOptions::new());
    let view = Series::new(&x, year()).unwrap();
    let mut room = [7.0; 2];
    let found = view.growth_into(GrowthKind::RATE, 1, &options, &mut room);
    assert_eq!(status(found), Status::CAPACITY);
    assert_eq!(room, [7.0; 2]);
    let panel = Panel::new(&x, 1, 3, year()).unwrap();
    let out = PanelOut::new(&mut room, 1, 2).unwrap();
    let found = panel.growth_into(GrowthKind::RATE, 1, &options, out);
    assert_eq!(status(found), Status::CAPACITY);
    let found = panel.levels(GrowthKind::RATE, year(), &[], &options);
    assert_eq!(status(found), Status::LENGTH);
    let totals = (&x[..1], &x[..0]);
    let choice = CompareOptions::new();
    let found = panel.contributions(&panel, totals, &choice);
    assert_eq!(status(found), Status::LENGTH);
    let (order, ties) = (Order::DESCENDING, Ties::MIN);
    let mut room = [7.0; 3];
    let found = view.rank_into(order, ties, &choice, &mut [0; 2], &mut room);
    assert_eq!(status(found), Status::CAPACITY);
}

#[test]
fn a_column_and_a_matrix_are_not_taken_for_each_other() {
    let (x, options) = ([1.0; 4], GrowthOptions::new());
    let matrix = Panel::new(&x, 2, 2, year()).unwrap();
    let spans =
        Panel::spans(&x, &[0, 2, 4], &[2020; 2], Frequency::YEAR).unwrap();
    let mut room = [0.0; 4];
    let kind = GrowthKind::RATE;
    let found =
        matrix.growth_into(kind, 1, &options, PanelOut::spans(&mut room, 2));
    assert_eq!(status(found), Status::STRIDE);
    let out = PanelOut::new(&mut room, 2, 2).unwrap();
    let found = spans.growth_into(kind, 1, &options, out);
    assert_eq!(status(found), Status::STRIDE);
}

#[test]
fn a_result_without_end_is_an_error_and_no_abort() {
    let a = Series::new(&[1.0], Period::undated(0).unwrap()).unwrap();
    let far = Period::undated(i64::MAX - 1).unwrap();
    let b = Series::new(&[1.0], far).unwrap();
    let options = SeriesOptions::new();
    let found = a.splice(&b, SpliceKind::PLAIN, &options);
    assert_eq!(status(found), Status::LENGTH);
    let first = Period::undated(i64::MIN + 1).unwrap();
    let c = Series::new(&[1.0], first).unwrap();
    let found = c.splice(&b, SpliceKind::PLAIN, &options);
    assert_eq!(status(found.map(drop)), Status::OVERFLOW);
    let (a, b) = (Panel::new(&[1.0], 1, 1, first).unwrap(), {
        Panel::new(&[1.0], 1, 1, far).unwrap()
    });
    let found = a.splice(&b, SpliceKind::PLAIN, &options);
    assert_eq!(status(found.map(drop)), Status::OVERFLOW);
}

#[test]
fn a_period_of_another_frequency_is_refused() {
    let x = Series::new(&[1.0, 2.0], year()).unwrap();
    let month: Period = "2020-01".parse().unwrap();
    let options = GrowthOptions::new();
    assert_eq!(status(x.find(month)), Status::MIXED);
    assert_eq!(status(x.slice(year(), month)), Status::MIXED);
    let kind = AverageKind::CAGR;
    assert_eq!(
        status(x.average(kind, year(), month, &options)),
        Status::MIXED
    );
    let found = x.levels(GrowthKind::RATE, month, 1.0, &options);
    assert_eq!(status(found), Status::MIXED);
    let y = Series::new(&[1.0], month).unwrap();
    assert_eq!(status(x.align(&y)), Status::MIXED);
    let found = x.splice(&y, SpliceKind::LINK, &SeriesOptions::new());
    assert_eq!(status(found), Status::MIXED);
}

#[test]
fn an_error_names_the_value_the_element_and_the_class() {
    let x = Series::new(&[1.0, 0.0, 2.0], year()).unwrap();
    let refuse = GrowthOptions::new().base_rule(BaseRule::REFUSE);
    let error = x.growth(GrowthKind::RATE, 1, &refuse).unwrap_err();
    assert_eq!((error.status(), error.index()), (Status::BASE, Some(1)));
    assert_eq!(error.class(), Class::RANGE);
    let usd = Unit::default().with_currency("USD").unwrap();
    let cny = Unit::default().with_currency("CNY").unwrap();
    let error = usd.check(&cny).unwrap_err();
    assert_eq!(error.class(), Class::UNIT);
    assert!(error.to_string().contains("CNY"), "{error}");
}

#[test]
fn views_are_cut_and_aligned_inside_their_memory() {
    let (x, y) = ([1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0]);
    let a = Series::strided(&x, 3, -1, 4, year()).unwrap();
    let b = Series::new(&y, Period::year(2022)).unwrap();
    let (a, b) = a.align(&b).unwrap();
    assert_eq!((a.len(), a.get(0), a.get(1)), (2, Some(2.0), Some(1.0)));
    assert_eq!((b.get(0), b.get(1), b.get(2)), (Some(5.0), Some(6.0), None));
    let part = a.slice(Period::year(2023), Period::year(2023)).unwrap();
    assert_eq!((part.get(0), part.get(1)), (Some(1.0), None));
    assert_eq!(a.find(Period::year(2023)).unwrap(), 1);
    assert_eq!(status(a.find(year())), Status::BEFORE);
}
