/* SPDX-License-Identifier: MIT */
/** @file
 * Status codes, error details, export macros and version of dtgrowth.
 */
#ifndef DTGROWTH_BASE_H
#define DTGROWTH_BASE_H

#include <stdint.h>

/* ------------------------------------------------------------------------ */
/**
 * @defgroup every_call What holds for every function
 *
 * It is said here once; a function says what is particular to it.
 *
 * @par Failures
 * A function that can fail returns a status as an `int32_t`: #DT_E_OK, which is
 * 0, or a negative one, so that `< 0` is the test. A failure is about the
 * *arguments*, and leaves every output as it was. The last argument, `error`,
 * receives its details and may be null; a success leaves it alone. No other
 * pointer may be null unless it is said, and no output may overlap an input or
 * another output in another way than is said.
 * @par Data
 * Missing, zero or infinite data are no failures: a result that has no value is
 * NaN, and has a reason (`DT_SERIES_WHY_*`). Nothing is filled in, padded, left
 * out or clamped unless it is asked for. What is missing, a view says: see
 * dt_series.
 * @par Numbers
 * The same call gives the same bits on every machine. A *scalar*, which returns
 * a `double`, is a pure function of numbers, like those of <math.h>: outside of
 * its domain, and for an operand that is infinite or NaN, it returns NaN unless
 * it says otherwise.
 * @par Rounding mode and flags
 * Functions of series, sums and figures compute under the default control word
 * of the processor (to nearest, subnormals kept, traps masked), and give back
 * that of the caller, with its flags. Scalars assume the default one: in a
 * program that gcc links with -ffast-math, whose threads flush subnormals to
 * zero, dt_growth_log(0x1p-1060, 1) is NaN, and dt_compare_share(0x1p-1060, 1)
 * is 0. They raise neither the invalid nor the divide-by-zero flag for quiet
 * operands.
 * @par Threads
 * Any number of threads may call any function at any time; nothing has to be
 * set up. While a function runs, no other thread may write to what it reads, or
 * use what it writes: an output, with whole bytes of its bitmap, a sum, memory
 * to work in, an error. Any number may read one array, through any views.
 * @par Memory and surroundings
 * Nothing is allocated, and nothing that is passed in is kept; but a view looks
 * at memory of the caller, which must outlive it. Text that is returned is
 * static, and never null. Nothing depends on the locale, the clock or `errno`,
 * or changes them.
 * @par Cost
 * In proportion to the observations that are read, and constant where none is,
 * unless it is said. A function takes at most 1 KB of stack, or as many as it
 * says: compiled by gcc 12 with -O2 for x86-64, without what libc takes for
 * texts; otherwise it may be 2 KB more. A thread of 16 KB may call any function
 * that says at most 8 KB, and one of 24 KB all of them.
 * @par Since
 * All of it is there since 0.1.
 */

/* ------------------------------------------------------------------------ */
/** @defgroup base_status Versions, statuses and errors
 *  @{ */

#define DT_VERSION_MAJOR  0       /**< Version of this header, first number, */
#define DT_VERSION_MINOR  1       /**< second, */
#define DT_VERSION_PATCH  0       /**< and third. */
#define DT_VERSION_STRING "0.1.0" /**< The three as text. */

/** 0xMMmmpp, for `#if DT_VERSION_NUMBER >= 0x000200`. */
#define DT_VERSION_NUMBER \
    ((DT_VERSION_MAJOR << 16) | (DT_VERSION_MINOR << 8) | DT_VERSION_PATCH)

/** Whether a library of that number serves what was compiled with this header:
 *  it is of the same epoch (before 1.0 the second number, later the first), and
 *  not older. */
#define DT_VERSION_IS_SERVED_BY(number) \
    ((number) >= DT_VERSION_NUMBER && (number) >> 16 == DT_VERSION_MAJOR && \
     (DT_VERSION_MAJOR > 0 || (number) >> 8 == DT_VERSION_NUMBER >> 8))

#if defined(_WIN32)
#  if defined(DTGROWTH_BUILDING)
#    define DTGROWTH_API __declspec(dllexport)
#  elif defined(DTGROWTH_STATIC)
#    define DTGROWTH_API
#  else
#    define DTGROWTH_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__) && defined(DTGROWTH_STATIC)
/* A static copy is nobody's but that of what it is linked into. */
#  define DTGROWTH_API __attribute__((visibility("hidden")))
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
 * What a function that can fail returns, as an `int32_t`. Values never change
 * and are never reused; later releases may add some.
 */
enum dt_status {
    DT_E_OK        =   0, /**< Success. */
    DT_E_NULL      =  -1, /**< A pointer that is needed is null. */
    DT_E_LENGTH    =  -2, /**< A length is negative or cannot be addressed. */
    DT_E_STRIDE    =  -3, /**< A stride is 0. */
    DT_E_ALIGNMENT =  -4, /**< A pointer is not aligned for its type. */
    DT_E_CAPACITY  =  -5, /**< An output has too little room. */
    DT_E_STRUCT    =  -6, /**< A `struct_size` is not a possible size. */
    DT_E_NEWER     =  -7, /**< An option or a form of a later release. */
    DT_E_FLAG      =  -8, /**< An unknown flag, or a reserved field not 0. */
    DT_E_KIND      =  -9, /**< A kind is unknown, or not possible here. */
    DT_E_RULE      = -10, /**< A rule is unknown, or not possible here. */
    DT_E_FREQUENCY = -11, /**< A frequency is unknown, or not possible here. */
    DT_E_PERIOD    = -12, /**< A period is none, or outside the calendar. */
    DT_E_BEFORE    = -13, /**< A period lies before the start of a series. */
    DT_E_AFTER     = -14, /**< A period lies after the end of a series. */
    DT_E_PERIODS   = -15, /**< The number of periods is 0 or negative. */
    DT_E_LAG       = -16, /**< A lag is less than 1, or not possible here. */
    DT_E_MIXED     = -17, /**< Two frequencies that must agree differ. */
    DT_E_UNIT      = -18, /**< Units that must agree differ, or one is bad. */
    DT_E_VINTAGE   = -19, /**< Vintages (editions) that must agree differ. */
    DT_E_EMPTY     = -20, /**< A text is empty. */
    DT_E_TEXT      = -21, /**< A text is not of the form that is asked for. */
    DT_E_TRAILING  = -22, /**< A good text is followed by something else. */
    DT_E_DATE      = -23, /**< No such date: 31 February. */
    DT_E_WEEK      = -24, /**< No such week: week 53 of a year that has 52. */
    DT_E_OVERFLOW  = -25, /**< An integer result does not fit its type. */
    DT_E_VALUE     = -26, /**< A number is outside the domain of the call. */
    DT_E_BASE      = -27, /**< A zero or negative base that a rule refuses. */
    DT_E_CONFLICT  = -28  /**< Two series disagree where they overlap. */
};

/**
 * Names a status.
 *
 * @code
 * puts(dt_status_name(-3)); // DT_E_STRIDE
 * @endcode
 *
 * @param[in] status  Any value.
 * @return The name of the constant, such as "DT_E_STRIDE"; "unknown status" for
 *         a value that this library does not know.
 */
DTGROWTH_API const char *dt_status_name(int32_t status);

/** What a failure is about: which exception a binding raises. */
enum dt_status_class {
    DT_STATUS_CLASS_OK       = 0, /**< Nothing failed. */
    DT_STATUS_CLASS_ARGUMENT = 1, /**< An argument of the call. */
    DT_STATUS_CLASS_UNIT     = 2, /**< What the numbers are. */
    DT_STATUS_CLASS_PERIOD   = 3, /**< A frequency, a period or a date. */
    DT_STATUS_CLASS_TEXT     = 4, /**< A text that is read. */
    DT_STATUS_CLASS_RANGE    = 5  /**< A value outside of what is possible. */
};

/**
 * The class of a status.
 *
 * @code
 * printf("%d\n", dt_status_class(DT_E_VINTAGE) == DT_STATUS_CLASS_UNIT); // 1
 * @endcode
 *
 * @param[in] status  Any value.
 * @return One of DT_STATUS_CLASS_*; ARGUMENT for a status that this library
 *         does not know.
 */
DTGROWTH_API int32_t dt_status_class(int32_t status);

/** Says what went wrong, and where. Read it only after a failure. The layout
 *  is frozen. */
struct dt_error {
    int32_t code;         /**< The status that was returned. */
    int32_t reserved;     /**< Zero. */
    int64_t index;        /**< The element or character at fault, or -1. */
    char    message[496]; /**< English, for people: names the argument and its
                               value. Do not parse it. */
};

/**
 * The word of a constant: its name in small letters, without the prefix.
 *
 * @code
 * puts(dt_enum_word("dt_growth_kind", 6)); // annualized_log
 * @endcode
 *
 * @param[in] enumeration  Tag of an enumeration, such as "dt_growth_kind". May
 *                         be null.
 * @param[in] value        Any value.
 * @return The word; "unknown" for what is no constant of such an enumeration.
 * @see dt_enum_value()
 */
DTGROWTH_API const char *dt_enum_word(const char *enumeration, int32_t value);

/**
 * The constant that a word stands for.
 *
 * @code
 * int32_t kind;
 * struct dt_error error;
 *
 * if (dt_enum_value("dt_growth_kind", "log", &kind, NULL) == 0)
 *     printf("%d\n", (int)kind); // 2
 * if (dt_enum_value("dt_growth_kind", "logs", &kind, &error) < 0)
 *     puts(error.message); // word is "logs", which is none of dt_growth_kind
 * @endcode
 *
 * @param[in]  enumeration  Tag of an enumeration, such as "dt_growth_kind".
 * @param[in]  word         Zero-terminated, in small letters.
 * @param[out] value        Receives the constant.
 *
 * @retval DT_E_OK    @p value is what the word says.
 * @retval DT_E_NULL  @p enumeration, @p word or @p value is null.
 * @retval DT_E_KIND  There is no such enumeration.
 * @retval DT_E_TEXT  It has no such constant.
 * @see dt_enum_word()
 */
DTGROWTH_API DTGROWTH_NODISCARD int32_t
dt_enum_value(const char *enumeration, const char *word, int32_t *value,
              struct dt_error *error);

/**
 * The version of the library in use, as opposed to that of its header.
 *
 * @code
 * if (DT_VERSION_IS_SERVED_BY(dt_version_number()))
 *     puts("served"); // served
 * @endcode
 *
 * @return #DT_VERSION_NUMBER of the library. A binding asks once, when it is
 *         loaded, whether it serves what it was compiled against:
 *         #DT_VERSION_IS_SERVED_BY.
 */
DTGROWTH_API uint32_t dt_version_number(void);

/**
 * The version of the library in use, as text.
 *
 * @code
 * puts(dt_version_string()); // 0.1.0
 * @endcode
 *
 * @return #DT_VERSION_STRING of the library.
 */
DTGROWTH_API const char *dt_version_string(void);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
