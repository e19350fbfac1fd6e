# SPDX-License-Identifier: MIT
"""What misuse.py may not take for misuse: functions, variations, and the words
of a header that say so. An entry that nothing needs is a fault."""

ROOM = 'Bytes that there is room for.'
MANY = 'NO_BASE: the base lies outside the series'
NO_UNITS = 'Units need not agree.'

# Calls that succeed.
ALLOWED = [
    # Units and periods that need not agree.
    ('*', '*/* of another decimals',
     'Two stated members that differ make two units that may not be compared, '
     'except @ref decimals, which only inform.'),
    ('dt_compare_contributions*', 'base/end of another frequency',
     'Parts at the base, in any order; their periods are not looked at.'),
    ('dt_growth_between*', '*/* of another frequency',
     'the periods of the two are not looked at'),
    ('dt_growth_between*', '*/periods_each of another [!l]*',
     'Periods of each element; null takes @p periods for all.'),
    ('dt_growth_periods_between*', '*/* of another frequency',
     'the periods of no argument are looked at'),
    ('dt_growth_periods_between*', '*/rates of another [!lf]*',
     'Rates of the elements, as many; null takes @p rate for all.'),
    ('dt_growth_trend*', 'x/position of another [!fl]*',
     'Positions of the same frequency, matched by period; of any order and '
     'spacing.'),
    ('dt_series_align', 'a/b of another [!f]*', NO_UNITS),
    ('dt_series_convert', 'x/to of another scale',
     'Restates a series in another unit: another scale'),
    ('dt_series_convert_panel', 'x/to of another scale',
     'Restates a series in another unit: another scale'),
    ('dt_series_convert_currency*', 'x/rates of another [!fpls]*',
     'The currencies of their unit, where stated, are those of @p x and of the '
     'result: state'),
    ('dt_series_convert_currency*', 'x/rates of another price',
     'The currencies of their unit, where stated, are those of @p x and of the '
     'result: state'),
    ('dt_series_from_out', 'like/unit of another *',
     'The unit of the result; null states nothing.'),
    ('dt_series_sum_add', 'x/weights of another [!f]*',
     'Weights of the same periods; null weighs every one by 1.'),
    # A rule that a frequency leaves nothing to.
    ('dt_growth_rolling*', 'options->year_rule 1 without effect, kind *',
     'Years, half-years, quarters and months leave no choice, and every rule '
     'gives the same.'),
    # Numbers that are data.
    ('dt_compare_contributions*', 'total_*=*[fn]',
     'or with that of the total, which all parts share: NOT_FINITE'),
    # Lags and windows that reach beyond every series.
    ('dt_growth_series*', 'lag=9*', MANY),
    ('dt_growth_rolling*', 'lag=9*', MANY),
    ('dt_growth_rolling*', 'window=9*',
     'NO_BASE where a window starts before the series'),
    ('dt_series_rolling*', 'window=9*',
     'of NO_BASE (the window starts before the series)'),
    # Room that is said to be larger than it is.
    ('*', 'capacity=9*', ROOM),
    ('dt_compare_rank*', 'work_capacity=9*',
     'Integers that there is room for.'),
    # Numbers of periods, of either sign.
    ('dt_series_period_add', 'period=-1', 'Ordinal of any frequency.'),
    ('dt_series_period_add', 'count=-*',
     'How many to go on; negative goes back.'),
    ('dt_series_period_convert', 'period=-1', 'Ordinal of the period.'),
    ('dt_series_period_to_date', 'period=-1', 'Ordinal of the period.'),
    ('dt_series_period_year_ago', 'period=-1', 'Ordinal of the period.'),
    ('dt_series_period_year_ago', 'period=9*',
     'or it lies outside the calendar, and a year is no fixed number of '
     'periods'),
    ('dt_series_period_difference', 'base=[!-]*', 'Ordinal of a period.'),
    ('dt_series_period_difference', 'end=[!-]*',
     'Ordinal of a period of the same frequency.'),
    ('dt_series_period_difference', '*=-1', 'Ordinal of a period.'),
    ('dt_series_view', 'stride=-1',
     'negative to read backwards from @p values'),
    ('dt_series_view', 'start=-1',
     'A period is an `int64_t` ordinal of a frequency'),
]

# Numbers that a function of numbers has an answer to.
NO_VALUE = [
    ('dt_growth_from_log', 'log_growth=*inf',
     'Any number, infinite ones included: -infinity gives -1.'),
]
