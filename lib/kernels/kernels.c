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
    .lanes = {
        [DT__KERNEL_CHANGE] = change_lanes,
        [DT__KERNEL_FACTOR] = factor_lanes,
        [DT__KERNEL_RATE] = rate_lanes,
        [DT__KERNEL_MIDPOINT] = midpoint_lanes,
        [DT__KERNEL_LOG] = log_lanes,
        [DT__KERNEL_SCALED_LOG] = scaled_log_lanes,
        [DT__KERNEL_POWER_RATE] = power_rate_lanes,
        [DT__KERNEL_COMPOUND] = compound_lanes,
        [DT__KERNEL_TO_LOG] = to_log_lanes,
        [DT__KERNEL_FROM_LOG] = from_log_lanes,
        [DT__KERNEL_DOUBLING] = doubling_lanes,
        [DT__KERNEL_PERIODS] = periods_lanes,
        [DT__KERNEL_RATE_OF_SUMS] = rate_of_sums_lanes,
    },
    .sum = dt__sum_lanes,
    .roll = dt__roll_lanes,
    .quotients = dt__quotients_lanes,
    .chain = dt__chain_lanes,
    .log_one = dt__fast_log,
    .power_rate_one = dt__fast_power_rate,
    .compound_one = dt__fast_compound,
    .to_log_one = dt__fast_to_log,
    .from_log_one = dt__fast_from_log,
};
