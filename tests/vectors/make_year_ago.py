#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes year_ago.txt: the same date, ISO week or business day some years
earlier, by datetime; - where there is none."""

import random
from datetime import date, timedelta

random.seed(53)
EPOCH = date(1970, 1, 1)
DAY, WEEK, BUSINESS = 700, 507, 600


def ordinal(frequency, day):
    if frequency == DAY:
        return (day - EPOCH).days
    if frequency == WEEK:
        return ((day - date(1969, 12, 29)).days) // 7
    weeks, rest = divmod((day - date(1969, 12, 29)).days, 7)
    return 5 * weeks + rest - 3


def same_date(day, years):
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return None


def earlier(frequency, day, years):
    """By the two rules that name a period."""
    if frequency == WEEK:
        year, week, weekday = day.isocalendar()
        try:
            same = date.fromisocalendar(year - years, week, weekday)
        except ValueError:
            return None, date.fromisocalendar(year - years, 52, weekday)
        return same, same
    same = same_date(day, years)
    clamped = same or date(day.year - years, 2, 28)
    if frequency == BUSINESS:
        if same and same.isoweekday() > 5:
            same = None
        while clamped.isoweekday() > 5:
            clamped -= timedelta(1)
    return same, clamped


def line(frequency, day, years):
    if frequency == BUSINESS and day.isoweekday() > 5:
        return
    found = [ordinal(frequency, d) if d else "-"
             for d in earlier(frequency, day, years)]
    print(frequency, ordinal(frequency, day), years, *found)


print("# frequency period years | same, clamped")
print("# (written by make_year_ago.py)")
for frequency in (DAY, WEEK, BUSINESS):
    for year in (1972, 2000, 2004, 2015, 2016, 2020, 2024, 2026):
        for years in (1, 2, 4, 5, 100):
            line(frequency, date(year, 2, 28), years)
            if year % 4 == 0:
                line(frequency, date(year, 2, 29), years)
            line(frequency, date(year, 1, 1), years)
            line(frequency, date(year, 12, 31), years)
    for _ in range(150):
        line(frequency, date.fromordinal(random.randint(700000, 900000)),
             random.randint(1, 60))
