#!/bin/sh
# SPDX-License-Identifier: MIT
# Doxygen renders the public headers without a warning.
#   usage: doxygen.sh [FOLDER]      where the pages go, if they are to be kept
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
pages=${1:-$dir/pages}
mkdir -p "$pages"

# tests/abi/form.py knows that base.h explains the parameter "error" for all,
# so that incomplete parameters are left to it.
cat >"$dir/Doxyfile" <<END
PROJECT_NAME           = dtgrowth
INPUT                  = include/dtgrowth
STRIP_FROM_PATH        = include
STRIP_FROM_INC_PATH    = include
OUTPUT_DIRECTORY       = "$pages"
OPTIMIZE_OUTPUT_FOR_C  = YES
JAVADOC_AUTOBRIEF      = YES
MACRO_EXPANSION        = YES
EXPAND_ONLY_PREDEF     = YES
PREDEFINED             = DTGROWTH_API= DTGROWTH_NODISCARD= DTGROWTH_NO_INLINE
EXCLUDE_SYMBOLS        = DTGROWTH_API DTGROWTH_NODISCARD
EXTRACT_ALL            = NO
WARN_IF_UNDOCUMENTED   = YES
WARN_IF_DOC_ERROR      = YES
WARN_IF_INCOMPLETE_DOC = NO
WARN_AS_ERROR          = FAIL_ON_WARNINGS
QUIET                  = YES
GENERATE_LATEX         = NO
HAVE_DOT               = NO
END
doxygen "$dir/Doxyfile"
echo "$(ls "$pages"/html/group__*.html | wc -l) chapters"
