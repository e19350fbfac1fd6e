/* SPDX-License-Identifier: MIT */
/* The checks of panels. */
#ifndef DTGROWTH_LIB_SERIES_PANEL_CHECK_H
#define DTGROWTH_LIB_SERIES_PANEL_CHECK_H

#include <dtgrowth/series.h>

#include "base/error.h"

/* Checks a panel, which is called `name`; another one beside it, of as many
 * series or of one for all; and an output for it. */
int32_t dt__check_panel(const struct dt_series_panel *panel, const char *name,
                        struct dt_error *error);
int32_t dt__check_panel_beside(const struct dt_series_panel *panel,
                               const char *name,
                               const struct dt_series_panel *other,
                               const char *other_name, struct dt_error *error);
/* The same where series that go together have as many elements. */
int32_t dt__check_panel_elements(const struct dt_series_panel *panel,
                                 const char *name,
                                 const struct dt_series_panel *other,
                                 const char *other_name,
                                 struct dt_error *error);
int32_t dt__check_panel_out(const struct dt_series_panel_out *out,
                            const struct dt_series_panel *panel,
                            struct dt_error *error);

#endif
