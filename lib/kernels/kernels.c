/* Loops run over whole blocks without a branch, so that compilers vectorize
 * them, and are split in phases, because one fused loop is bound by its
 * latency. */
#include "kernels/kernels.h"

#include "kernels/chain_lanes.h"
#include "num/fast.h"
#include "kernels/log_lanes.h"
#include "kernels/rate_lanes.h"
#include "kernels/roll_lanes.h"
#include "kernels/sum_lanes.h"

#ifndef DT__KERNELS
#  define DT__KERNELS dt__kernels_baseline
#endif

const struct dt__kernels DT__KERNELS = {
    .change = change_block,
    .factor = factor_block,
    .rate = rate_block,
    .midpoint = midpoint_block,
    .log = log_block,
    .exponents = exponents_block,
    .scaled_log = scaled_log_block,
    .power_rate = power_rate_block,
    .compound = compound_block,
    .to_log = to_log_block,
    .from_log = from_log_block,
    .doubling = doubling_block,
    .periods = periods_block,
    .sum = dt__sum_lanes,
    .roll = dt__roll_lanes,
    .quotients = dt__quotients_lanes,
    .rate_of_sums = rate_of_sums_block,
    .chain = dt__chain_lanes,
    .log_one = dt__fast_log,
    .power_rate_one = dt__fast_power_rate,
    .compound_one = dt__fast_compound,
    .to_log_one = dt__fast_to_log,
    .from_log_one = dt__fast_from_log,
};
