# SPDX-License-Identifier: MIT
"""Checks the published figures on digital trade of 2018 to 2025 against each
other: the report of examples/c/digital_trade.c, line by line.
    usage: digital_trade.py TABLE.csv"""

import csv
import sys
from collections import namedtuple

import dtgrowth as dg

SCALES = {12: "trillion", 9: "billion"}


class Row(namedtuple("Row", "key area name measure period base value decimals "
                            "quality unit scale currency trade vintage source "
                            "note")):
    """A line of the table."""

    @property
    def title(self):
        return f"{self.area:.20}: {self.name:.60}"

    @property
    def figure(self):
        percent = "%" if self.unit == "percent" else ""
        return dg.Figure(self.value + percent, quality=self.quality)

    @property
    def number(self):
        return self.figure.interval().value

    @property
    def what(self):
        return dg.Unit(kind=self.unit, scale=int(self.scale),
                       currency=self.currency, trade=self.trade,
                       vintage=int(self.vintage),
                       decimals=self.figure.decimals)


class Table(list):
    def find(self, key, measure, period):
        """The row, or null: not every level is published."""
        return next((r for r in self if (r.key, r.measure, r.period) == (
            key, measure, period)), None)

    def level(self, key, period):
        return self.find(key, "level", period)


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return Table(map(Row._make, list(csv.reader(file))[1:]))


def period(text):
    return dg.Period(text, "S" if "-" in text else "A")


def spread(interval, factor, form):
    """A value and its interval: 69.9 [69.7, 70.1]."""
    value, low, high = (format(factor * x, form) for x in interval)
    return value, f"[{low}, {high}]"


def levels(table):
    print("LEVELS AS PUBLISHED\n")
    print(f"  {'':53} {'period':8} {'':7}  {'':12} {'flow':8} edition")
    for r in table:
        if r.measure == "level":
            print(f"  {r.title:53.53} {r.period:8} {r.value:>7}  "
                  f"{SCALES[int(r.scale)]:8} {r.currency:3} {r.trade:8} "
                  f"{r.vintage}" + "  (vague)" * (r.quality == "vague"))


def statements(table):
    """Published rates, checked against the two levels that they join."""
    for rate in table:
        base = table.level(rate.key, rate.base)
        end = table.level(rate.key, rate.period)
        if rate.measure == "growth" and base and end:
            n = period(end.period) - period(base.period)
            yield rate, base, end, dg.check_growth(
                base.figure, end.figure, n, rate.figure)


def methods(check):
    """Over one period the methods agree, but for the logarithm."""
    if check.periods < 2 or not check.methods:
        return
    first, last = check.details.periods_first, check.details.periods_last
    print("      of the methods, only compound growth gives this rate"
          if check.methods == ["cagr"] else
          "      compound growth is not the only method that fits",
          f"and only over {first} years" if first == last else
          f"over {first} to {last} years", sep=", ")


def verdict(check):
    """The library grades finer than dg.check_growth() does."""
    word = check.details.verdict
    return dg.c.compare_verdict_name(
        dg.c.enum_value("dt_compare_verdict", word))


def growth(table):
    print("\nGROWTH, per cent a year: recomputed from the published levels, "
          "with the interval\nthat their rounding leaves, and as published\n")
    for rate, base, end, check in statements(table):
        span = f"{base.period}-{end.period}"
        value, interval = spread(check.recomputed, 100, "7.4f")
        print(f"  {rate.title:46.46} {span:10} {base.value:>5} > "
              f"{end.value:5} {value:>8}  {interval} {rate.value:>6}  "
              f"{verdict(check)}")
        methods(check)


def revised(table, needed):
    """The revised e-commerce of 2022 was published as its two directions."""
    key = "china_ecommerce_revised"
    parts = [table.level(f"{key}_{way}", "2022").figure
             for way in ("exports", "imports")]
    total = dg.check_sum(parts, table.level(key, "2022").figure).sum
    value, interval = spread(total, 1, ".4f")
    fits = total.lower <= needed.upper and total.upper >= needed.lower
    print(f"      Exports and imports as revised make {value} {interval}, "
          f"which {'fits' if fits else 'does not fit'}")


def bases(table):
    print("\nRATES THAT NEED ANOTHER BASE than the one published before\n")
    for rate, base, end, check in statements(table):
        if check.verdict != "inconsistent":
            continue
        needed = check.details.implied_base
        value, interval = spread(needed, 1, ".4f")
        print(f"  {rate.area}: {rate.name}, {end.period}: {end.value} with "
              f"{rate.value} % needs {value} {interval}\n"
              f"      in {base.period}, where edition {base.vintage} says "
              f"{base.value}")
        if rate.key == "china_ecommerce":
            revised(table, needed)


def parts_in(table, year):
    """Delivered, ordered and all digital trade of the world."""
    return [table.level(f"world_{part}", year)
            for part in ("delivered", "ordered", "digital")]


def parts_of(table, year):
    delivered, ordered, total = parts_in(table, year)
    d, d_interval = spread(dg.ratio_of_figures(
        delivered.figure, total.figure), 100, ".1f")
    o, o_interval = spread(dg.ratio_of_figures(
        ordered.figure, total.figure), 100, ".1f")
    overlap = dg.check_sum([delivered.figure, ordered.figure],
                           total.figure).overlap
    print(f"  {year}  delivered {d} % {d_interval} and ordered {o} % "
          f"{o_interval} of {total.value}\n        overlap "
          f"{overlap.value:.2f} [{overlap.lower:.3f}, {overlap.upper:.3f}]: " +
          ("some trade is both ordered and delivered" if overlap.lower > 0
           else "may be nothing but rounding"))


def parts(table):
    print("\nPARTS OF GLOBAL DIGITAL TRADE, trillion dollars\n")
    parts_of(table, "2020")
    parts_of(table, "2024")
    base = [r.number for r in parts_in(table, "2020")]
    end = [r.number for r in parts_in(table, "2024")]
    d, o = (100 * dg.share_change(base[i], end[i], base[2], end[2])
            for i in (0, 1))
    print(f"  Change of share: delivered {d:+.1f} points, ordered {o:+.1f} "
          "points")
    (d, o), fit = dg.contributions(base[:2], end[:2], base[2], end[2])
    # The overlap is as large in both years, up to the sign of a zero.
    print(f"  Contributions to the rise of {100 * fit.growth:.1f} %: delivered "
          f"{100 * d:.2f} points, ordered {100 * o:.2f},\n        less overlap "
          f"{abs(100 * fit.discrepancy):.2f}")
    rates = [dg.cagr(base[i], end[i], 4) for i in (0, 1)]
    years = dg.catch_up(end[1], end[0], rates[1], rates[0])
    print("  At these rates ordered trade catches up with delivered trade "
          f"{years:.1f} years after 2024")


def total_trade(table, published):
    """Total trade is published as a rate only; the shares imply its levels."""
    totals = [dg.ratio_of_figures(
        table.level("world_digital", year).figure,
        table.find("world_digital_share", "share", year).figure)
        for year in ("2020", "2024")]
    a, b = (" ".join(spread(t, 1, ".2f")) for t in totals)
    rate = 100 * dg.cagr(totals[0].value, totals[1].value, 4)
    print(f"  The published shares imply total trade of {a} in 2020\n"
          f"        and {b} in 2024,\n        which is {rate:.2f} % a year, "
          f"where {published} was published")


def pace(table):
    digital = table.find("world_digital", "growth", "2024")
    total = table.find("world_total", "growth", "2024")
    a, b = digital.number / 100, total.number / 100
    times = dg.ratio_of_figures(digital.figure, total.figure)
    value, interval = spread(times, 1, ".2f")
    holds = times.lower <= 2 <= times.upper
    print("\nDIGITAL AGAINST TOTAL TRADE, per cent a year\n")
    print(f"  {digital.value} less {total.value}: "
          f"{100 * dg.differential(a, b):+.1f} points; relative to total "
          f"trade {100 * dg.relative(a, b):+.2f} % a year")
    print(f'  "Twice the pace": one rate is {value} {interval} times the '
          f"other; the claim {'holds' if holds else 'does not hold'}")
    total_trade(table, total.value)


def china_in(table, year):
    yuan, dollars = (table.level(f"china_deliverable_{c}", year)
                     for c in ("cny", "usd"))
    g, h = (table.find(r.key, "growth", year).number / 100
            for r in (yuan, dollars))
    # Trillions over billions.
    value, interval = spread(dg.ratio_of_figures(
        yuan.figure, dollars.figure), 1000, ".3f")
    parity = table.find("cny_per_usd", "rate", year)
    print(f"  {year}  {yuan.value} trillion yuan are {dollars.value} billion "
          f"dollars at {value} {interval} yuan a dollar;\n"
          f"        the central parity averaged {parity.value}")
    print(f"        {100 * g:+.1f} % in yuan and {100 * h:+.1f} % in dollars: "
          f"the dollar rose by {100 * dg.relative(g, h):.2f} % in yuan")


def china(table):
    print("\nCHINA IN YUAN AND IN DOLLARS, digitally deliverable services\n")
    china_in(table, "2022")
    china_in(table, "2024")


def series_of(base, end):
    """Two levels, and none between."""
    return dg.series({base.period: base.number, end.period: end.number},
                     freq="A", unit=end.what)


def editions(table):
    print("\nWHAT MUST NOT BE SET SIDE BY SIDE\n")
    older = series_of(table.level("world_digital_2024", "2021"),
                      table.level("world_digital_2024", "2023"))
    newer = series_of(table.level("world_digital", "2020"),
                      table.level("world_digital", "2024"))
    yuan = table.level("china_deliverable_cny", "2024")
    try:
        dg.splice(older, newer)
    except dg.UnitError as error:
        print("  The editions of 2024 and 2025 as one series: "
              f"{error.status},\n        {error}")
    print("        It would have shown "
          f"{100 * dg.rate(newer['2020'], older['2021']):+.0f} % in 2021 and "
          f"{100 * dg.rate(older['2023'], newer['2024']):+.1f} % in 2024")
    try:
        dg.c.series_unit_check(yuan.what,
                               table.level("world_delivered", "2024").what)
    except dg.UnitError as error:
        print(f"  China's {yuan.value} and the world's: {error.status},\n"
              f"        {error}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: digital_trade.py TABLE.csv")
    table = read(sys.argv[1])
    for section in (levels, growth, bases, parts, pace, china, editions):
        section(table)


if __name__ == "__main__":
    main()
