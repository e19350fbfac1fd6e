// SPDX-License-Identifier: MIT
//! One quantity in its forms has the same bits: a series, one of a panel,
//! strided, backwards, in a span, with a bitmap, into memory of the caller.
use crate::bits;
use crate::random::Random;
use dtgrowth::*;

const COUNT: usize = 5;
const LENGTH: usize = 37;

fn start() -> Period {
    "2019-Q2".parse().unwrap()
}

/// Some quantity of a series, and the same of a panel.
struct Form {
    name: &'static str,
    one: fn(&Series<'_>) -> Result<Output>,
    one_into: fn(&Series<'_>, &mut [f64]) -> Result<Summary>,
    all: fn(&Panel<'_>) -> Result<PanelOutput>,
    all_into: fn(&Panel<'_>, PanelOut<'_>) -> Result<()>,
}

macro_rules! form {
    ($name:ident, $into:ident ($($before:expr),*) $options:ident) => {
        form!($name, $into, |x| ($($before,)*) $options)
    };
    ($name:ident, $into:ident, |$x:ident| ($($arg:expr,)*) $options:ident) => {
        Form {
            name: stringify!($name),
            one: |$x| $x.$name($($arg,)* &$options::new()),
            one_into: |$x, out| $x.$into($($arg,)* &$options::new(), out),
            all: |$x| $x.$name($($arg,)* &$options::new()),
            all_into: |$x, out| $x.$into($($arg,)* &$options::new(), out),
        }
    };
}

fn forms() -> Vec<Form> {
    let mut forms = vec![
        form!(growth, growth_into(GrowthKind::RATE, 4) GrowthOptions),
        form!(rolling_growth, rolling_growth_into(GrowthKind::LOG, 3, 4)
            GrowthOptions),
        form!(convert, convert_into(ConvertKind::TO_LOG, 0.0) GrowthOptions),
        form!(cumulative, cumulative_into(GrowthKind::RATE) GrowthOptions),
        form!(rolling, rolling_into(RollingKind::MEAN, 5) SeriesOptions),
        form!(compare, compare_into, |x|
            (x, CompareKind::CONTRIBUTION, 1,) CompareOptions),
        form!(convert_currency, convert_currency_into, |x|
            (x, Quote::INVERSE,) SeriesOptions),
        form!(between, between_into, |x|
            (x, GrowthKind::MIDPOINT, 4.0,) GrowthOptions),
        form!(between_each, between_each_into, |x|
            (x, GrowthKind::ANNUALIZED, x,) GrowthOptions),
        form!(periods_between, periods_between_into, |x|
            (x, 0.25,) GrowthOptions),
        form!(periods_between_each, periods_between_each_into, |x|
            (x, x,) GrowthOptions),
        form!(splice, splice_into, |x| (x, SpliceKind::PLAIN,) SeriesOptions),
    ];
    forms.extend(other_forms());
    forms
}

/// Those of which a panel is asked in another way, or that ask more.
fn other_forms() -> [Form; 4] {
    [
        Form {
            name: "convert_unit",
            one: |x| x.convert_unit(&billions(), &SeriesOptions::new()),
            one_into: |x, out| {
                x.convert_unit_into(&billions(), &SeriesOptions::new(), out)
            },
            all: |x| x.convert_unit(&billions(), &SeriesOptions::new()),
            all_into: |x, out| {
                x.convert_unit_into(&billions(), &SeriesOptions::new(), out)
            },
        },
        Form {
            name: "levels",
            one: |x| {
                let (kind, o) = (GrowthKind::CHANGE, GrowthOptions::new());
                x.levels(kind, x.start(), 7.5, &o)
            },
            one_into: |x, out| {
                let (kind, o) = (GrowthKind::CHANGE, GrowthOptions::new());
                x.levels_into(kind, x.start(), 7.5, &o, out)
            },
            all: |x| {
                let (kind, o) = (GrowthKind::CHANGE, GrowthOptions::new());
                x.levels(kind, start(), &[7.5; COUNT], &o)
            },
            all_into: |x, out| {
                let (kind, o) = (GrowthKind::CHANGE, GrowthOptions::new());
                x.levels_into(kind, start(), &[7.5; COUNT], &o, out)
            },
        },
        Form {
            name: "rank",
            one: |x| x.rank(Order::ASCENDING, Ties::AVERAGE, &no_choice()),
            one_into: |x, out| {
                let (order, ties) = (Order::ASCENDING, Ties::AVERAGE);
                x.rank_into(order, ties, &no_choice(), &mut [0; LENGTH], out)
            },
            all: |x| x.rank(Order::ASCENDING, Ties::AVERAGE, &no_choice()),
            all_into: |x, out| {
                let (order, ties) = (Order::ASCENDING, Ties::AVERAGE);
                x.rank_into(order, ties, &no_choice(), &mut [0; LENGTH], out)
            },
        },
        Form {
            name: "contributions",
            one: |x| Ok(x.contributions(x, (3.0, 4.0), &no_choice())?.0),
            one_into: |x, out| {
                let o = no_choice();
                Ok(x.contributions_into(x, (3.0, 4.0), &o, out)?.0)
            },
            all: |x| {
                let totals = (&[3.0; COUNT][..], &[4.0; COUNT][..]);
                Ok(x.contributions(x, totals, &no_choice())?.0)
            },
            all_into: |x, out| {
                let totals = (&[3.0; COUNT][..], &[4.0; COUNT][..]);
                x.contributions_into(x, totals, &no_choice(), out).map(drop)
            },
        },
    ]
}

fn no_choice() -> CompareOptions {
    CompareOptions::new()
}

fn trillions() -> Unit {
    Unit::new(UnitKind::FLOW).with_scale(12)
}

fn billions() -> Unit {
    trillions().with_scale(9)
}

/// The unit that a quantity is asked of.
fn unit(name: &str) -> Unit {
    match name {
        "convert_unit" | "rolling" | "rolling_growth" => trillions(),
        _ => Unit::default(),
    }
}

fn rows() -> Vec<Vec<f64>> {
    let mut random = Random::new(6);
    (0..COUNT).map(|_| random.observations(LENGTH)).collect()
}

#[test]
fn of_a_series_and_of_a_panel() {
    let rows = rows();
    let flat = rows.concat();
    for form in forms() {
        let unit = unit(form.name);
        let panel = Panel::new(&flat, COUNT, LENGTH, start())
            .unwrap()
            .with_unit(unit);
        let all = (form.all)(&panel).expect(form.name);
        let mut room = vec![1.0; COUNT * LENGTH];
        let out = PanelOut::new(&mut room, COUNT, LENGTH).unwrap();
        (form.all_into)(&panel, out).expect(form.name);
        assert_eq!(bits(&room), bits(&all.values), "{}", form.name);
        for (j, row) in rows.iter().enumerate() {
            let x = Series::new(row, start()).unwrap().with_unit(unit);
            let one = (form.one)(&x).expect(form.name);
            assert_eq!(bits(&one.values), bits(all.row(j)), "{}", form.name);
            assert_eq!(one.why, all.row_why(j), "{}", form.name);
            let (a, b) = (one.summary, all.summaries[j]);
            assert_eq!(format!("{a:?}"), format!("{b:?}"), "{}", form.name);
            let mut room = vec![1.0; LENGTH];
            let into = (form.one_into)(&x, &mut room).expect(form.name);
            assert_eq!(bits(&room), bits(&one.values), "{}", form.name);
            assert_eq!(into.defined(), a.defined(), "{}", form.name);
            assert!(a.defined() > 0, "{} is all undefined", form.name);
        }
    }
}

#[test]
fn by_strides_and_backwards() {
    let rows = rows();
    let mut table = vec![-1e9; COUNT * LENGTH];
    let mut reversed = table.clone();
    for (j, row) in rows.iter().enumerate() {
        for (i, &value) in row.iter().enumerate() {
            table[i * COUNT + j] = value;
            reversed[(LENGTH - 1 - i) * COUNT + j] = value;
        }
    }
    let (series, periods) = ((COUNT, 1), (LENGTH, COUNT as isize));
    let back = (LENGTH, -(COUNT as isize));
    let last = (LENGTH - 1) * COUNT;
    for form in forms() {
        let unit = unit(form.name);
        let panel = Panel::strided(&table, 0, series, periods, start())
            .unwrap()
            .with_unit(unit);
        let turned = Panel::strided(&reversed, last, series, back, start())
            .unwrap()
            .with_unit(unit);
        let (a, b) = ((form.all)(&panel), (form.all)(&turned));
        let (a, b) = (a.expect(form.name), b.expect(form.name));
        assert_eq!(bits(&a.values), bits(&b.values), "{}", form.name);
        for (j, row) in rows.iter().enumerate() {
            let x = Series::new(row, start()).unwrap().with_unit(unit);
            let one = (form.one)(&x).expect(form.name);
            assert_eq!(bits(&one.values), bits(a.row(j)), "{}", form.name);
            let y = turned.series(j).unwrap();
            let turned = (form.one)(&y).expect(form.name);
            assert_eq!(bits(&one.values), bits(&turned.values));
        }
    }
}

#[test]
fn of_spans_of_a_column() {
    let column = Random::new(7).observations(60);
    // The first element belongs to no series, the second series is empty.
    let (offsets, starts) = ([1, 20, 20, 58], [8077, 8000, 8070]);
    let x =
        Panel::spans(&column, &offsets, &starts, Frequency::QUARTER).unwrap();
    let options = GrowthOptions::new();
    let all = x.growth(GrowthKind::RATE, 2, &options).unwrap();
    let mut room = [7.5; 60];
    let out = PanelOut::spans(&mut room, 3);
    x.growth_into(GrowthKind::RATE, 2, &options, out).unwrap();
    assert_eq!((room[0], room[59]), (7.5, 7.5));
    for j in 0..3 {
        let (from, to) = (offsets[j] as usize, offsets[j + 1] as usize);
        let start = Period::new(Frequency::QUARTER, starts[j]).unwrap();
        let one = Series::new(&column[from..to], start)
            .unwrap()
            .growth(GrowthKind::RATE, 2, &options)
            .unwrap();
        assert_eq!(bits(&one.values), bits(all.row(j)));
        assert_eq!(bits(&one.values), bits(&room[from..to]));
        assert_eq!(one.why, all.row_why(j));
        assert_eq!(all.series(j).unwrap().start(), start);
    }
}

#[test]
fn with_a_bitmap_and_with_nan() {
    let row = Random::new(8).observations(LENGTH);
    let mut bitmap = [0_u8; 6];
    let mut filled = row.clone();
    for (i, value) in filled.iter_mut().enumerate() {
        if value.is_nan() {
            *value = 3.0;
        } else {
            bitmap[(i + 5) / 8] |= 1 << ((i + 5) % 8);
        }
    }
    let options = GrowthOptions::new();
    let kind = GrowthKind::RATE;
    let nan = Series::new(&row, start()).unwrap();
    let bit = Series::new(&filled, start())
        .unwrap()
        .with_validity(&bitmap, 5)
        .unwrap();
    let (a, b) = (nan.growth(kind, 1, &options), bit.growth(kind, 1, &options));
    let (a, b) = (a.unwrap(), b.unwrap());
    assert_eq!(bits(&a.values), bits(&b.values));
    assert_eq!(a.why, b.why);

    // The result's bitmap is where it is defined, and nothing beside it.
    let (mut room, mut valid) = ([0.0; LENGTH], [0xff_u8; 6]);
    let out = Out::new(&mut room).with_validity(&mut valid, 3).unwrap();
    nan.growth_into(kind, 1, &options, out).unwrap();
    let bit = |i: usize| valid[i / 8] >> (i % 8) & 1 == 1;
    assert!((0..3).all(bit) && (LENGTH + 3..48).all(bit));
    for (i, why) in a.why.iter().enumerate() {
        assert_eq!(bit(i + 3), why.is_defined(), "{i}");
    }
}

#[test]
fn levels_undo_growth_within_rounding() {
    let levels: Vec<f64> = (1..40).map(|i| f64::from(i * i) / 7.0).collect();
    let x = Series::new(&levels, start()).unwrap();
    let options = GrowthOptions::new();
    let kind = GrowthKind::RATE;
    let growth = x.growth(kind, 1, &options).unwrap();
    let (first, last) = (levels[0], levels[levels.len() - 1]);
    let series = growth.series().unwrap();
    let series = series.slice(start() + 1, start() + 38).unwrap();
    let again = series.levels(kind, start(), first, &options).unwrap();
    for (a, b) in again.values.iter().zip(&levels[1..]) {
        assert!((a / b - 1.0).abs() < 40.0 * f64::EPSILON, "{a} {b}");
    }
    let all = series.cumulative(kind, &options).unwrap();
    let total = rate(first, last);
    let found = all.values[all.values.len() - 1];
    assert!((found / total - 1.0).abs() < 40.0 * f64::EPSILON);
    // The average over the whole is the CAGR of the ends.
    let average = x
        .average(AverageKind::CAGR, start(), start() + 38, &options)
        .unwrap();
    assert_eq!(average.rate, cagr(first, last, 38.0));
}

#[test]
fn averages_and_trends_of_a_panel_are_those_of_its_series() {
    let mut random = Random::new(9);
    let flat: Vec<f64> = (0..30).map(|_| random.unit() + 1.0).collect();
    let panel = Panel::new(&flat, 3, 10, start()).unwrap();
    let (base, end) = (start(), start() + 9);
    let options = GrowthOptions::new();
    for &kind in AverageKind::ALL {
        if kind == AverageKind::YEARS {
            continue;
        }
        let all = panel.average(kind, base, end, &options).unwrap();
        for (j, found) in all.iter().enumerate() {
            let x = panel.series(j).unwrap();
            let one = x.average(kind, base, end, &options).unwrap();
            assert_eq!(one, *found);
        }
    }
    let kind = TrendKind::LOG;
    let all = panel.trend(None, kind, base, end, &options).unwrap();
    for (j, found) in all.iter().enumerate() {
        let x = panel.series(j).unwrap();
        let one = x.trend(None, kind, base, end, &options).unwrap();
        assert_eq!(one, *found);
        let t: Vec<f64> = (0..10).map(f64::from).collect();
        let t = Series::new(&t, start()).unwrap();
        let by_t = x.trend(Some(&t), kind, base, end, &options).unwrap();
        assert_eq!(by_t, one);
    }
}

#[test]
fn of_nothing_comes_nothing() {
    let options = GrowthOptions::new();
    let kind = GrowthKind::RATE;
    let x = Series::new(&[], start()).unwrap();
    assert!(x.is_empty() && x.get(0).is_none());
    let growth = x.growth(kind, 1, &options).unwrap();
    assert!(growth.values.is_empty());
    assert_eq!(growth.summary.first_undefined(), None);
    let (order, ties) = (Order::ASCENDING, Ties::MIN);
    assert!(x.rank(order, ties, &no_choice()).unwrap().values.is_empty());
    for (count, length) in [(3, 0), (0, 3), (0, 0)] {
        let x = Panel::new(&[], count, length, start()).unwrap();
        let growth = x.growth(kind, 1, &options).unwrap();
        assert_eq!((growth.count(), growth.values.len()), (count, 0));
        for j in 0..count {
            assert!(growth.row(j).is_empty());
            assert!(x.series(j).unwrap().is_empty());
        }
        assert!(x.series(count).is_err());
        let average = x.average(AverageKind::CAGR, start(), start(), &options);
        assert!(count == 0 || average.is_err());
        x.splice(&x, SpliceKind::PLAIN, &SeriesOptions::new())
            .unwrap();
    }
    let spans = Panel::spans(&[1.0], &[1], &[], Frequency::YEAR).unwrap();
    assert_eq!(spans.growth(kind, 1, &options).unwrap().count(), 0);
}
