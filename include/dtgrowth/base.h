/** @file
 * Status codes, error details, export macros and version of dtgrowth.
 */
#ifndef DTGROWTH_BASE_H
#define DTGROWTH_BASE_H

#include <stdint.h>

#define DT_VERSION_MAJOR  0
#define DT_VERSION_MINOR  1
#define DT_VERSION_PATCH  0
#define DT_VERSION_STRING "0.1.0"

/** 0xMMmmpp, for `#if DT_VERSION_NUMBER >= 0x000200`. */
#define DT_VERSION_NUMBER \
    ((DT_VERSION_MAJOR << 16) | (DT_VERSION_MINOR << 8) | DT_VERSION_PATCH)

#if defined(_WIN32)
#  if defined(DTGROWTH_BUILDING)
#    define DTGROWTH_API __declspec(dllexport)
#  elif defined(DTGROWTH_STATIC)
#    define DTGROWTH_API
#  else
#    define DTGROWTH_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define DTGROWTH_API __attribute__((visibility("default")))
#else
#  define DTGROWTH_API
#endif

#if defined(__GNUC__)
#  define DTGROWTH_NODISCARD __attribute__((warn_unused_result))
#else
#  define DTGROWTH_NODISCARD
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What a function that can fail returns, as an `int32_t`.
 *
 * Zero is success and every negative value a failure, so `< 0` is the test.
 * A failure leaves every output as it was and is about the *arguments*:
 * missing, zero or infinite data are no failures but results with a reason
 * (see `DT_SERIES_WHY_*`). Values never change and are never reused; later
 * releases may add some.
 */
enum {
    DT_E_OK        =   0, /**< Success. */
    DT_E_NULL      =  -1, /**< A pointer that is needed is null. */
    DT_E_LENGTH    =  -2, /**< A length is negative or cannot be addressed. */
    DT_E_STRIDE    =  -3, /**< A stride is 0. */
    DT_E_ALIGNMENT =  -4, /**< A pointer is not aligned for its type. */
    DT_E_CAPACITY  =  -5, /**< An output has too little room. */
    DT_E_STRUCT    =  -6, /**< A `struct_size` is not a possible size. */
    DT_E_NEWER     =  -7, /**< An option is set that only a later release knows. */
    DT_E_FLAG      =  -8, /**< A flag bit is unknown, or a reserved field not 0. */
    DT_E_KIND      =  -9, /**< A kind is unknown, or not possible here. */
    DT_E_RULE      = -10, /**< A rule is unknown, or not possible here. */
    DT_E_FREQUENCY = -11, /**< A frequency is unknown, or not possible here. */
    DT_E_PERIOD    = -12, /**< A period is none, or outside the calendar. */
    DT_E_BEFORE    = -13, /**< A period lies before the start of a series. */
    DT_E_AFTER     = -14, /**< A period lies after the end of a series. */
    DT_E_PERIODS   = -15, /**< The number of periods is 0 or negative. */
    DT_E_LAG       = -16, /**< A lag is less than 1, or not possible here. */
    DT_E_MIXED     = -17, /**< Two frequencies that must agree differ. */
    DT_E_UNIT      = -18, /**< Two units that must agree differ, or one is bad. */
    DT_E_VINTAGE   = -19, /**< Two vintages (editions) that must agree differ. */
    DT_E_EMPTY     = -20, /**< A text is empty. */
    DT_E_TEXT      = -21, /**< A text is not of the form that is asked for. */
    DT_E_TRAILING  = -22, /**< A good text is followed by something else. */
    DT_E_DATE      = -23, /**< No such date: 31 February. */
    DT_E_WEEK      = -24, /**< No such week: week 53 of a year that has 52. */
    DT_E_OVERFLOW  = -25, /**< An integer result does not fit its type. */
    DT_E_VALUE     = -26, /**< A number is outside the domain of the call. */
    DT_E_BASE      = -27, /**< A zero or negative base, where a rule refuses it. */
    DT_E_CONFLICT  = -28  /**< Two series disagree where they overlap. */
};

/**
 * Names a status.
 *
 * @param status  Any value.
 * @return The name of the constant, such as "DT_E_STRIDE"; "unknown status"
 *         for a value that this library does not know. Never null, static.
 * @par Threads
 * Safe to call at any time: a pure function of its argument.
 * @since 0.1
 */
DTGROWTH_API const char *dt_status_name(int32_t status);

/**
 * Says what went wrong, and where.
 *
 * Declare one, pass its address as the last argument, and read it only after
 * a failure: success leaves it alone. Null is accepted everywhere. The layout
 * is frozen.
 */
struct dt_error {
    int32_t code;         /**< The status that was returned. */
    int32_t reserved;     /**< Zero. */
    int64_t index;        /**< The element or character at fault, or -1. */
    char    message[240]; /**< English, for people: names the argument and its
                               value. Do not parse it. */
};

/**
 * The version of the library in use, as opposed to that of its header.
 *
 * @return #DT_VERSION_NUMBER of the library. A binding compares it once, when
 *         it is loaded, with the number it was compiled against.
 * @since 0.1
 */
DTGROWTH_API uint32_t dt_version_number(void);

/**
 * The version of the library in use, as text.
 *
 * @return #DT_VERSION_STRING of the library; static.
 * @since 0.1
 */
DTGROWTH_API const char *dt_version_string(void);

#ifdef __cplusplus
}
#endif

#endif
