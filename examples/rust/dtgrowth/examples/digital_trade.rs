// SPDX-License-Identifier: MIT
//! The figures on digital trade of the world and of China: the levels as they
//! are published, and each published rate against the growth that levels allow
//! which print as these. What it prints are sections of the report of
//! `examples/c`, line by line.
//!
//! usage: digital_trade TABLE.csv

use dtgrowth::{
    CompareOptions, Figure, Interval, Method, Period, Quality, Series,
    check_growth, check_sum,
};
use std::collections::HashMap;
use std::error::Error;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A row of the table, by the names of its columns.
struct Row {
    field: HashMap<String, String>,
    figure: Figure,
    period: Period,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        self.field.get(column).map_or("", String::as_str)
    }

    /// "World: digital trade"
    fn name(&self) -> String {
        format!("{}: {}", self.get("area"), self.get("name"))
    }
}

/// The fields of a line, some of them in quotes.
fn split(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let field = fields.last_mut().expect("there is one");
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => field.push(letter),
        }
    }
    fields
}

fn read(text: &str) -> Result<Vec<Row>> {
    let mut lines = text.lines();
    let names = split(lines.next().ok_or("the table is empty")?);
    let row = |line: &str| {
        let fields = split(line);
        if fields.len() != names.len() {
            return Err(format!("{} fields: {line}", fields.len()).into());
        }
        let field: HashMap<_, _> = names.iter().cloned().zip(fields).collect();
        let quality: Quality = field["quality"].parse()?;
        let figure = field["value"].parse::<Figure>()?;
        let (period, figure) =
            (field["period"].parse()?, figure.with_quality(quality)?);
        Ok(Row {
            field,
            figure,
            period,
        })
    };
    lines.map(row).collect()
}

/// The first row of a key, of a measure, in a period.
fn find<'a>(
    rows: &'a [Row],
    key: &str,
    measure: &str,
    period: &str,
) -> Option<&'a Row> {
    rows.iter().find(|row| {
        row.get("key") == key
            && row.get("measure") == measure
            && row.get("period") == period
    })
}

fn print_levels(rows: &[Row]) {
    println!("LEVELS AS PUBLISHED\n");
    let (period, flow) = ("period", "flow");
    println!(
        "  {:53} {period:8} {:>7}  {:12} {flow:8} edition",
        "", "", ""
    );
    for row in rows.iter().filter(|row| row.get("measure") == "level") {
        let scale = match row.get("scale") {
            "12" => "trillion",
            "9" => "billion",
            _ => "",
        };
        let vague = row.figure.quality() == Quality::VAGUE;
        println!(
            "  {:53.53} {:8} {:>7}  {scale:8} {:3} {:8} {}{}",
            row.name(),
            row.period,
            row.get("value"),
            row.get("currency"),
            row.get("trade"),
            row.get("vintage"),
            if vague { "  (vague)" } else { "" }
        );
    }
}

fn print_growth(rows: &[Row]) -> Result<()> {
    println!(
        "\nGROWTH, per cent a year: recomputed from the published levels, \
         with the interval\nthat their rounding leaves, and as published\n"
    );
    for rate in rows.iter().filter(|row| row.get("measure") == "growth") {
        let level = |period| find(rows, rate.get("key"), "level", period);
        let base = level(rate.get("base"));
        if let (Some(base), Some(end)) = (base, level(rate.get("period"))) {
            print_statement(base, end, rate)?;
        }
    }
    Ok(())
}

fn print_statement(base: &Row, end: &Row, rate: &Row) -> Result<()> {
    let periods = end.period.since(base.period)?;
    let check = check_growth(
        &base.figure,
        &end.figure,
        &rate.figure,
        periods as f64,
        Method::CAGR,
    )?;
    let percent = check.recomputed;
    println!(
        "  {:46.46} {:10} {:>5} > {:5} {:8.4}  [{:7.4}, {:7.4}] {:>6}  {}",
        rate.name(),
        format!("{}-{}", base.period, end.period),
        base.get("value"),
        end.get("value"),
        100.0 * percent.value,
        100.0 * percent.lower,
        100.0 * percent.upper,
        rate.get("value"),
        check.verdict.name()
    );
    let whole = check.whole_periods;
    if periods <= 1 || check.methods == 0 {
        return Ok(());
    }
    let methods = match check.methods == 1 << Method::CAGR.raw() {
        true => "of the methods, only compound growth gives this rate",
        false => "compound growth is not the only method that fits",
    };
    match whole.start() == whole.end() {
        true => {
            println!("      {methods}, and only over {} years", whole.end())
        }
        false => println!(
            "      {methods}, over {} to {} years",
            whole.start(),
            whole.end()
        ),
    }
    Ok(())
}

/// Delivered, ordered and all digital trade of the world.
fn world<'a>(rows: &'a [Row], year: &str) -> Result<[&'a Row; 3]> {
    let of = |key| {
        find(rows, key, "level", year)
            .ok_or_else(|| format!("the table has no {key} of {year}"))
    };
    Ok([
        of("world_delivered")?,
        of("world_ordered")?,
        of("world_digital")?,
    ])
}

fn print_year([delivered, ordered, all]: [&Row; 3], year: &str) -> Result<()> {
    let share = |part: &Row| part.figure.ratio(&all.figure);
    let percent = |share: Interval| {
        let [value, lower, upper] =
            [share.value, share.lower, share.upper].map(|x| 100.0 * x);
        format!("{value:.1} % [{lower:.1}, {upper:.1}]")
    };
    let check = check_sum(&[delivered.figure, ordered.figure], &all.figure)?;
    let overlap = check.overlap;
    println!(
        "  {year}  delivered {} and ordered {} of {}\n        overlap {:.2} \
         [{:.3}, {:.3}]: {}",
        percent(share(delivered)?),
        percent(share(ordered)?),
        all.get("value"),
        overlap.value,
        overlap.lower,
        overlap.upper,
        match overlap.lower > 0.0 {
            true => "some trade is both ordered and delivered",
            false => "may be nothing but rounding",
        }
    );
    Ok(())
}

fn print_parts(rows: &[Row]) -> Result<()> {
    println!("\nPARTS OF GLOBAL DIGITAL TRADE, trillion dollars\n");
    let [base, end] = [world(rows, "2020")?, world(rows, "2024")?];
    print_year(base, "2020")?;
    print_year(end, "2024")?;
    let value = |row: &Row| row.figure.value();
    let [d0, o0, all0] = base.map(value);
    let [d1, o1, all1] = end.map(value);
    println!(
        "  Change of share: delivered {:+.1} points, ordered {:+.1} points",
        100.0 * dtgrowth::share_change(d0, d1, all0, all1),
        100.0 * dtgrowth::share_change(o0, o1, all0, all1)
    );
    let (base, end) = ([d0, o0], [d1, o1]);
    let start = Period::undated(0)?;
    let (points, fit) = Series::new(&base, start)?.contributions(
        &Series::new(&end, start)?,
        (all0, all1),
        &CompareOptions::new(),
    )?;
    println!(
        "  Contributions to the rise of {:.1} %: delivered {:.2} points, \
         ordered {:.2},\n        less overlap {:.2}",
        100.0 * fit.growth,
        100.0 * points.values[0],
        100.0 * points.values[1],
        (100.0 * fit.discrepancy).abs()
    );
    let [ordered, delivered] =
        [(o0, o1), (d0, d1)].map(|(b, e)| dtgrowth::cagr(b, e, 4.0));
    println!(
        "  At these rates ordered trade catches up with delivered trade {:.1} \
         years after 2024",
        dtgrowth::catch_up(o1, d1, ordered, delivered)
    );
    Ok(())
}

fn main() -> Result<()> {
    let path = std::env::args().nth(1);
    let path = path.ok_or("usage: digital_trade TABLE.csv")?;
    let rows = read(&std::fs::read_to_string(path)?)?;
    print_levels(&rows);
    print_growth(&rows)?;
    print_parts(&rows)
}
