/* SPDX-License-Identifier: MIT */
/* What ab.c measures, and what a case is given: see ab_cases.c. */
#ifndef DTGROWTH_TESTS_BENCH_AB_H
#define DTGROWTH_TESTS_BENCH_AB_H

#include <stdint.h>

#include <dtgrowth/dt.h>

/* The functions that cases call, each without its dt_. */
#define AB_FUNCTIONS(X) \
    X(compare_catch_up) X(compare_check_growth) X(compare_check_sum) \
    X(compare_contribution) X(compare_contributions) X(compare_differential) \
    X(compare_figure_format) X(compare_figure_growth) \
    X(compare_figure_interval) X(compare_figure_parse) \
    X(compare_figure_ratio) X(compare_figure_round) X(compare_overlap) \
    X(compare_rank) X(compare_relative) X(compare_series) X(compare_share) \
    X(compare_share_change) X(growth_average) X(growth_backcast) \
    X(growth_between) X(growth_cagr) X(growth_change) X(growth_compound) \
    X(growth_cumulative) X(growth_doubling) X(growth_from_log) \
    X(growth_levels) X(growth_log) X(growth_midpoint) X(growth_periods) \
    X(growth_periods_between) X(growth_project) X(growth_rate) \
    X(growth_convert) X(growth_rolling) X(growth_series) X(growth_to_log) \
    X(growth_trend) X(series_align) X(series_check) X(series_convert) \
    X(series_convert_currency) X(series_from_out) X(series_find) \
    X(series_period_add) X(series_period_convert) \
    X(series_period_difference) X(series_period_format) \
    X(series_period_from_date) X(series_period_parse) \
    X(series_period_to_date) X(series_period_year_ago) X(series_rolling) \
    X(series_slice) X(series_splice) X(series_sum_add) X(series_sum_init) \
    X(series_sum_load) X(series_sum_merge) X(series_sum_ratio) \
    X(series_sum_read) X(series_sum_save) X(series_unit_check) \
    X(series_unit_format) X(series_view)

/* One build of the library. */
struct ab_api {
#define AB_MEMBER(name) __typeof__(&dt_##name) name;
    AB_FUNCTIONS(AB_MEMBER)
#undef AB_MEMBER
};

/* The columns of the table that all inputs are cut from. */
enum ab_column {
    LEVELS, /* 100 to 108, */
    LATER,  /* and up to half as much again. */
    RATES,  /* 0 to 6 %, */
    OTHERS, /* and others. */
    SWINGS, /* Rates whose product neither dies out nor overflows, */
    FACTORS, /* and the same as factors. */
    COUNTS, /* Whole numbers from 1 to 20. */
    AB_COLUMNS
};

/* How an input or an output lies in memory, and what is in it. */
enum ab_input {
    PLAIN,    /* Contiguous. */
    WHY,      /* So, and reasons are asked for. */
    STRIDE,   /* Every seventh double, of input and output. */
    GAPS,     /* 2 % are NaN. */
    BITMAP,   /* 2 % are missing by a bitmap; one is written as well. */
    IN_PLACE, /* The output is the input, which a copy restores each time. */
    AWKWARD,  /* 10 % zeros, and moves of more than 2 times. */
    AB_INPUTS
};

/* Sets of inputs, as bits. */
enum {
    AB_READ = 1 << PLAIN | 1 << STRIDE | 1 << GAPS | 1 << BITMAP |
              1 << AWKWARD,                   /* For functions of a series, */
    AB_WRITE = AB_READ | 1 << WHY,            /* with a series as result, */
    AB_ALL = AB_WRITE | 1 << IN_PLACE,        /* that may be the input. */
    AB_ONCE = 0,                              /* No series: n is 1. */
    AB_CALLS = 64                             /* Calls in one run of those. */
};

struct ab_case;

/* A case with a size and an input; x, y and z are the columns of the case. */
struct ab_job {
    const struct ab_case *task;
    int64_t n;
    struct dt_series x, y, z;
    struct dt_series_out out;
    const double *fresh; /* What x is restored from, if it is in place. */
    int64_t *work;
};

/* What is measured. The last members are for `run`, which uses what it needs
 * of them. */
struct ab_case {
    const char *name;
    int32_t (*run)(const struct ab_api *dt, const struct ab_job *job);
    int32_t inputs;
    enum ab_column x, y, z;
    int32_t frequency; /* 0 is a month. */
    int64_t limit;     /* The largest n, if not 0. */
    int32_t kind, rule, year_rule;
    int64_t lag;
    const char *text;
};

extern const struct ab_case ab_cases[];
extern const int ab_case_count;

/* The ordinal with which series of a frequency start. */
int64_t ab_start(int32_t frequency);

#endif
