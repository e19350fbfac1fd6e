#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes lib/num/coefficients.h: series coefficients as pairs of doubles.

usage: make_coefficients.py > lib/num/coefficients.h     (needs mpmath)
"""
from mpmath import mp, mpf, factorial, log

mp.prec = 400


def pair(x):
    hi = float(x)
    return "{ %s, %s }" % (hi.hex(), float(x - mpf(hi)).hex())


def table(name, comment, values):
    print("/* %s */" % comment)
    print("static const struct dt__dd %s[] = {" % name)
    for value in values:
        print("    %s," % pair(value))
    print("};\n")


print("/* SPDX-License-Identifier: MIT */")
print("/* Written by tests/vectors/make_coefficients.py; do not edit. */")
print("#ifndef DTGROWTH_LIB_NUM_COEFFICIENTS_H")
print("#define DTGROWTH_LIB_NUM_COEFFICIENTS_H\n")
print('#include "num/dd.h"\n')
table("dt__log_coefficients", "1 / ((2 j + 1) 4^j), j = 1, 2 ...",
      [1 / (mpf(2 * j + 1) * mpf(4) ** j) for j in range(1, 25)])
table("dt__exp_coefficients", "1 / (j + 1)!, j = 0, 1 ...",
      [1 / factorial(j + 1) for j in range(0, 15)])
ln2 = log(mpf(2))
a = mpf(int(ln2 * mpf(2) ** 42)) / mpf(2) ** 42
b = mpf(int((ln2 - a) * mpf(2) ** 84)) / mpf(2) ** 84
print("/* ln 2 in three parts; the first two have 42 bits, so that their "
      "products with\n * integers below 2^11 are exact. */")
print("static const double dt__ln2[3] = {\n    %s, %s, %s\n};\n"
      % (float(a).hex(), float(b).hex(), float(ln2 - a - b).hex()))
print("#endif")
