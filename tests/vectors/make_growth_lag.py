#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes growth_lag.txt: the base periods at a turn of the year, by walking
back day by day (datetime)."""

import random
from datetime import date, timedelta

random.seed(19700101)
EPOCH = date(1970, 1, 1)
MONTHS = {1: 12, 2: 6, 3: 3, 4: 1}


def month_end(year, month):
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - timedelta(1)


def last_day(frequency, period):
    family, anchor = divmod(frequency, 100)
    if family in MONTHS:
        months = MONTHS[family]
        end = months * period + (anchor - 1 if anchor else 0)
        return month_end(end // 12, end % 12 + 1)
    if family == 5:
        # The first such weekday on or after 1970-01-01 ends week 0.
        end = EPOCH
        while end.isoweekday() != anchor:
            end += timedelta(1)
        return end + timedelta(7 * period)
    if family == 6:
        week, day = divmod(period + 3, 5)
        return date(1969, 12, 29) + timedelta(7 * week + day)
    return EPOCH + timedelta(period)


def some_period(frequency):
    per_year = {1: 1, 2: 2, 3: 4, 4: 12}.get(frequency // 100)
    year = random.choice([4, 99, 1600, 1900, 1999, 2000, 2004, 2010, 2020,
                          2021, 2024, 2025, 9000])
    if per_year:
        return per_year * year + random.randint(0, per_year - 1)
    days = (date(year, 1, 1) - EPOCH).days + random.choice(
        [random.randint(-10, 10), random.randint(0, 364)])
    return {5: days // 7, 6: days * 5 // 7, 7: days}[frequency // 100]


print("# frequency period | last period of the calendar year before, first "
      "period after it")
print("# (written by make_growth_lag.py)")
FREQUENCIES = ([100 + m for m in range(1, 13)] + [200 + m for m in range(1, 7)]
               + [301, 302, 303, 400] + [500 + d for d in range(1, 8)]
               + [600, 700])
for frequency in FREQUENCIES:
    for _ in range(24 if frequency >= 500 else 8):
        period = some_period(frequency)
        base = period
        year = last_day(frequency, period).year
        while last_day(frequency, base).year == year:
            base -= 1
        print(frequency, period, base, base + 1)
