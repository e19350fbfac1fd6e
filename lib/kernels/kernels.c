/* SPDX-License-Identifier: MIT */
/* The kernels of one instruction set, the one that DT__KERNEL_SET numbers: this
 * source is compiled once for each, or taken several times into one unit.
 *
 * Loops run over whole blocks without a branch, so that compilers vectorize
 * them, and are split in phases, because one fused loop is bound by its
 * latency. */
#include "kernels/kernels.h"

#include <string.h>

#include "kernels/lanes.h"
#include "num/fast.h"
#include "num/scale.h"

/* A compiler that cannot vectorize a loop, as where it checks each access or
 * the processor has no vectors, makes the same results of it. */
#if defined(__clang__)
#  pragma clang diagnostic ignored "-Wpass-failed"
#endif

#if !defined(DT__KERNEL_SET)
#  define DT__KERNEL_SET 0
#endif

/* What the templates below are made with: names, fused operations, and doubles
 * of a register. Not by what the compiler says of its target, which it does not
 * for a part of a unit. */
#if DT__KERNEL_SET == 2
#  define DT__ISA(name)  dt__##name##_avx512
#  define DT__ISA_FMA    1
#  define DT__ISA_LANES  8
#elif DT__KERNEL_SET == 1
#  define DT__ISA(name)  dt__##name##_avx2
#  define DT__ISA_FMA    1
#  define DT__ISA_LANES  4
#else
#  define DT__ISA(name)  dt__##name##_baseline
#  define DT__ISA_FMA    DT__BASELINE_FMA
#  define DT__ISA_LANES  DT__BASELINE_LANES
#endif

#include "num/dd_lanes.h"
#include "num/fast_lanes.h"
#include "kernels/doubt_lanes.h"
#include "kernels/rate_lanes.h"
#include "kernels/log_lanes.h"
#include "kernels/power_lanes.h"
#include "kernels/sum_lanes.h"
#include "kernels/roll_lanes.h"
#include "kernels/chain_lanes.h"
#include "kernels/one_lanes.h"

#define DT__KERNEL_ENTRY(constant, name, any_length) [constant] = DT__ISA(name),

const struct dt__kernels DT__ISA(kernels) = {
    .lanes = { DT__KERNELS(DT__KERNEL_ENTRY) },
    .sum = DT__ISA(sum_lanes),
    .roll = DT__ISA(roll_lanes),
    .quotients = DT__ISA(quotients_lanes),
    .chain = DT__ISA(chain_lanes),
    .log_one = DT__ISA(fast_log),
    .power_rate_one = DT__ISA(fast_power_rate),
    .compound_one = DT__ISA(fast_compound),
    .to_log_one = DT__ISA(fast_to_log),
    .from_log_one = DT__ISA(fast_from_log),
};

#undef DT__KERNEL_ENTRY
#undef DT__ISA
#undef DT__ISA_FMA
#undef DT__ISA_LANES
#undef DT__KERNEL_SET
