/* SPDX-License-Identifier: MIT */
/* Written by tests/vectors/make_coefficients.py; do not edit. */
#ifndef DTGROWTH_LIB_NUM_COEFFICIENTS_H
#define DTGROWTH_LIB_NUM_COEFFICIENTS_H

#include "num/dd.h"

/* 1 / ((2 j + 1) 4^j), j = 1, 2 ... */
static const struct dt__dd dt__log_coefficients[] = {
    { 0x1.5555555555555p-4, 0x1.5555555555555p-58 },
    { 0x1.999999999999ap-7, -0x1.999999999999ap-61 },
    { 0x1.2492492492492p-9, 0x1.2492492492492p-63 },
    { 0x1.c71c71c71c71cp-12, 0x1.c71c71c71c71cp-66 },
    { 0x1.745d1745d1746p-14, -0x1.745d1745d1746p-69 },
    { 0x1.3b13b13b13b14p-16, -0x1.3b13b13b13b14p-70 },
    { 0x1.1111111111111p-18, 0x1.1111111111111p-74 },
    { 0x1.e1e1e1e1e1e1ep-21, 0x1.e1e1e1e1e1e1ep-77 },
    { 0x1.af286bca1af28p-23, 0x1.af286bca1af28p-77 },
    { 0x1.8618618618618p-25, 0x1.8618618618618p-79 },
    { 0x1.642c8590b2164p-27, 0x1.642c8590b2164p-82 },
    { 0x1.47ae147ae147bp-29, -0x1.eb851eb851eb8p-85 },
    { 0x1.2f684bda12f68p-31, 0x1.2f684bda12f68p-85 },
    { 0x1.1a7b9611a7b96p-33, 0x1.1a7b9611a7b96p-89 },
    { 0x1.0842108421084p-35, 0x1.0842108421084p-90 },
    { 0x1.f07c1f07c1f08p-38, -0x1.f07c1f07c1f08p-93 },
    { 0x1.d41d41d41d41dp-40, 0x1.0750750750750p-94 },
    { 0x1.bacf914c1bad0p-42, -0x1.bacf914c1bad0p-96 },
    { 0x1.a41a41a41a41ap-44, 0x1.0690690690690p-98 },
    { 0x1.8f9c18f9c18fap-46, -0x1.f3831f3831f38p-101 },
    { 0x1.7d05f417d05f4p-48, 0x1.7d05f417d05f4p-104 },
    { 0x1.6c16c16c16c17p-50, -0x1.f49f49f49f49fp-105 },
    { 0x1.5c9882b931057p-52, 0x1.310572620ae4cp-107 },
    { 0x1.4e5e0a72f0539p-54, 0x1.e0a72f0539783p-108 },
};

/* 1 / (j + 1)!, j = 0, 1 ... */
static const struct dt__dd dt__exp_coefficients[] = {
    { 0x1.0000000000000p+0, 0x0.0p+0 },
    { 0x1.0000000000000p-1, 0x0.0p+0 },
    { 0x1.5555555555555p-3, 0x1.5555555555555p-57 },
    { 0x1.5555555555555p-5, 0x1.5555555555555p-59 },
    { 0x1.1111111111111p-7, 0x1.1111111111111p-63 },
    { 0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65 },
    { 0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73 },
    { 0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76 },
    { 0x1.71de3a556c734p-19, -0x1.c154f8ddc6c00p-73 },
    { 0x1.27e4fb7789f5cp-22, 0x1.cbbc05b4fa99ap-76 },
    { 0x1.ae64567f544e4p-26, -0x1.c062e06d1f209p-80 },
    { 0x1.1eed8eff8d898p-29, -0x1.2aec959e14c06p-83 },
    { 0x1.6124613a86d09p-33, 0x1.f28e0cc748ebep-87 },
    { 0x1.93974a8c07c9dp-37, 0x1.05d6f8a2efd1fp-92 },
    { 0x1.ae7f3e733b81fp-41, 0x1.1d8656b0ee8cbp-97 },
};

/* ln 2 in three parts; the first two have 42 bits, so that their products with
 * integers below 2^11 are exact. */
static const double dt__ln2[3] = {
    0x1.62e42fefa3800p-1, 0x1.ef35793c76000p-45, 0x1.cc01f97b57a08p-87
};

#endif
