/* SPDX-License-Identifier: MIT */
/** @file
 * Growth mathematics on economic time series: the one header to include.
 */
#ifndef DTGROWTH_DT_H
#define DTGROWTH_DT_H

#include <dtgrowth/base.h>
#include <dtgrowth/period.h>
#include <dtgrowth/series.h>
#include <dtgrowth/growth.h>
#include <dtgrowth/compare.h>
#include <dtgrowth/figures.h>

#endif
