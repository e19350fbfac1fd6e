#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes periods.txt: the period of a date, its first and last day and its
text, by walking from the date day by day (datetime)."""

import random
from datetime import date, timedelta

random.seed(20240229)
DAY = timedelta(1)
EPOCH = date(1970, 1, 1)
MONTHS = {1: 12, 2: 6, 3: 3}


def ends_here(frequency, day):
    """Whether a period of the frequency ends on the day."""
    family, anchor = divmod(frequency, 100)
    if family == 5:
        return day.isoweekday() == anchor
    if family in (6, 7):
        return True
    if (day + DAY).day != 1:
        return False
    return family == 4 or (day.month - anchor) % MONTHS[family] == 0


def ordinal(frequency, last):
    family = frequency // 100
    if family <= 4:
        months = MONTHS.get(family, 1)
        return (12 * last.year + last.month - 1) // months
    if family == 5:
        first_end = EPOCH
        while not ends_here(frequency, first_end):
            first_end += DAY
        return (last - first_end).days // 7
    if family == 6:
        weeks, rest = divmod((last - date(1969, 12, 29)).days, 7)
        return 5 * weeks + rest - 3
    return (last - EPOCH).days


def text(frequency, last):
    family = frequency // 100
    part = (last.month - 1) // MONTHS.get(family, 1) + 1
    if family == 1:
        return "%04d" % last.year
    if family in (2, 3):
        return "%04d-%s%d" % (last.year, " SQ"[family - 1], part)
    if family == 4:
        return "%04d-%02d" % (last.year, last.month)
    if frequency == 507:
        return "%04d-W%02d" % last.isocalendar()[:2]
    return last.isoformat()


def line(frequency, day):
    if frequency == 600 and day.isoweekday() > 5:
        return
    last = first = day
    while not ends_here(frequency, last):
        last += DAY
    if frequency not in (600, 700):
        while not ends_here(frequency, first - DAY):
            first -= DAY
    print(frequency, day.year, day.month, day.day, ordinal(frequency, last),
          first.year, first.month, first.day, last.year, last.month, last.day,
          text(frequency, last))


print("# frequency, date, ordinal, first day, last day, text")
print("# (written by make_periods.py)")
FREQUENCIES = ([100 + m for m in range(1, 13)] + [200 + m for m in range(1, 7)]
               + [301, 302, 303, 400] + [500 + d for d in range(1, 8)]
               + [600, 700])
TURNS = [date(y, m, d) for y in (1583, 1899, 1900, 1970, 2000, 2020, 2024, 9997)
         for m, d in ((1, 1), (2, 28), (3, 1), (12, 31))]
TURNS += [date(2000, 2, 29), date(2024, 2, 29), date(1969, 12, 31)]
for frequency in FREQUENCIES:
    for day in TURNS:
        line(frequency, day)
    for _ in range(12):
        line(frequency, date.fromordinal(random.randint(
            date(1583, 1, 1).toordinal(), date(9997, 12, 31).toordinal())))
