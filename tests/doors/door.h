/* SPDX-License-Identifier: MIT */
/* What programs share that run the calls of calls.py: the file of calls, the
 * memory of a call, its digest, and `doors`, a call of each function. One may
 * define DOOR_LOCAL, which each variable begins with, and what is done right
 * before and behind a call of the library: DOOR_BEFORE(), DOOR_AFTER(). */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dtgrowth/dt.h>

#ifndef DOOR_LOCAL
#  define DOOR_LOCAL static
#endif
#ifndef DOOR_BEFORE
#  define DOOR_BEFORE() (void)0
#  define DOOR_AFTER()  (void)0
#endif

enum { ARENA = 1 << 20, ROOMS = 64, SUMS = 8, PATTERN = 0xA5 };

/* What a call may write to, and how an element of it joins the digest. */
struct room {
    unsigned char *memory;
    int64_t count;
    size_t size;
    void (*add)(const void *element);
};

DOOR_LOCAL char *cursor;
static const uint64_t hash_of_nothing = UINT64_C(0xcbf29ce484222325);
DOOR_LOCAL uint64_t hash;
DOOR_LOCAL unsigned char *arena;
DOOR_LOCAL size_t used;
DOOR_LOCAL struct room rooms[ROOMS];
DOOR_LOCAL int room_count;
DOOR_LOCAL struct dt_error error;
DOOR_LOCAL int32_t last_status;
DOOR_LOCAL struct dt_series_sum sums[SUMS];

static void __attribute__((noreturn))
stop(const char *what, const char *token)
{
    fprintf(stderr, "%s: %s\n", what, token != NULL ? token : "end of file");
    exit(2);
}

/* ---- The file */

static char *
next_token(void)
{
    while (*cursor == ' ' || *cursor == '\n')
        cursor++;
    if (*cursor == 0)
        return NULL;
    char *token = cursor;
    while (*cursor != ' ' && *cursor != '\n' && *cursor != 0)
        cursor++;
    if (*cursor != 0)
        *cursor++ = 0;
    return token;
}

static int64_t
integer(const char *token)
{
    char *end = NULL;
    const long long x = token != NULL ? strtoll(token, &end, 10) : 0;

    if (token == NULL || end == token || *end != 0)
        stop("no integer", token);
    return x;
}

static int64_t
next_integer(void)
{
    return integer(next_token());
}

/* Bits of a number whose digits are its bits. */
static uint64_t
bits_of(const char *token)
{
    const char *from = token + (*token == '-');
    const uint64_t sign = (uint64_t)(*token == '-') << 63;
    uint64_t fraction = 0;

    if (strcmp(from, "nan") == 0)
        return sign | UINT64_C(0x7ff8000000000000);
    if (strcmp(from, "inf") == 0)
        return sign | UINT64_C(0x7ff0000000000000);
    if (strlen(from) < 19 || from[3] != '.' || from[17] != 'p')
        stop("no number", token);
    for (int i = 4; i < 17; i++)
        fraction = fraction << 4 |
                   (uint64_t)(from[i] <= '9' ? from[i] - '0' : from[i] - 'W');
    const int64_t exponent = from[2] == '1' ? integer(from + 18) + 1023 : 0;
    return sign | (uint64_t)exponent << 52 | fraction;
}

/* ---- Memory of a call, forgotten before the next */

static unsigned char *
take(size_t size)
{
    unsigned char *memory = arena + used;

    used += (size + 15) / 16 * 16;
    if (used > ARENA)
        stop("no memory is left", "");
    return memory;
}

static void *
read_array(size_t size, void (*read)(void *to))
{
    char *token = next_token();

    if (token != NULL && strcmp(token, "null") == 0)
        return NULL;
    const int64_t count = integer(token);
    unsigned char *memory = take((size_t)count * size);
    memset(memory, 0, (size_t)count * size);
    for (int64_t i = 0; i < count; i++)
        read(memory + (size_t)i * size);
    return memory;
}

/* Room for a result; `add` is null for memory to work in. */
static void *
make_room(size_t size, void (*add)(const void *element))
{
    char *token = next_token();

    if (token != NULL && strcmp(token, "null") == 0)
        return NULL;
    struct room *room = &rooms[room_count++];
    if (room_count == ROOMS)
        stop("no room is left", token);
    room->count = integer(token);
    room->size = size;
    room->add = add;
    room->memory = take((size_t)room->count * size);
    memset(room->memory, PATTERN, (size_t)room->count * size);
    return room->memory;
}

/* ---- Reading elements */

static void
read_double(void *to)
{
    const char *token = next_token();

    if (token == NULL)
        stop("no number", token);
    const uint64_t bits = bits_of(token);
    double x;
    memcpy(&x, &bits, sizeof(x));
    *(double *)to = x;
}

static void
read_int64_t(void *to)
{
    *(int64_t *)to = next_integer();
}

static void
read_int32_t(void *to)
{
    *(int32_t *)to = (int32_t)next_integer();
}

static void
read_uint32_t(void *to)
{
    *(uint32_t *)to = (uint32_t)next_integer();
}

static void
read_uint8_t(void *to)
{
    *(uint8_t *)to = (uint8_t)next_integer();
}

/* A text where it stands; null for none. */
static const char *
read_text(void)
{
    char *token = next_token();

    if (token == NULL || *token != '\'') {
        if (token == NULL || strcmp(token, "null") != 0)
            stop("no text", token);
        return NULL;
    }
    for (char *at = token; *at != 0; at++)
        if (*at == '~')
            *at = ' ';
    return token + 1;
}

static void
read_chars(char *to, size_t size)
{
    const char *text = read_text();

    if (text == NULL || strlen(text) > size)
        stop("no text of a member", text);
    memcpy(to, text, strlen(text));
}

/* ---- The digest */

/* FNV-1a, lowest byte first whatever the byte order. */
static void
add_bytes(uint64_t x, int count)
{
    for (int i = 0; i < count; i++, x >>= 8)
        hash = (hash ^ (x & 255)) * UINT64_C(0x100000001b3);
}

static void
add_double(const void *from)
{
    uint64_t bits;

    memcpy(&bits, from, sizeof(bits));
    add_bytes(bits, 8);
}

static void
add_int64_t(const void *from)
{
    add_bytes((uint64_t)*(const int64_t *)from, 8);
}

static void
add_int32_t(const void *from)
{
    add_bytes((uint32_t)*(const int32_t *)from, 4);
}

static void
add_uint32_t(const void *from)
{
    add_bytes(*(const uint32_t *)from, 4);
}

static void
add_uint8_t(const void *from)
{
    add_bytes(*(const uint8_t *)from, 1);
}

static void
add_text(const char *text)
{
    if (text == NULL) {
        add_bytes(255, 1);
        return;
    }
    do
        add_bytes((unsigned char)*text, 1);
    while (*text++ != 0);
}

static void
add_chars(const char *from, size_t size)
{
    for (size_t i = 0; i < size; i++)
        add_bytes((unsigned char)from[i], 1);
}

static void
add_pointer(const void *from, void (*add)(const void *element))
{
    add_bytes(from != NULL, 1);
    if (from != NULL)
        add(from);
}

static void
add_char(const void *from)
{
    add_text((const char *)from);
}

/* Room for a text, which is one element however long. */
static char *
make_text(void)
{
    char *memory = (char *)make_room(1, add_char);

    if (memory != NULL && rooms[room_count - 1].count > 1)
        rooms[room_count - 1].count = 1;
    return memory;
}

/* What came of a call. */
static void
finish(int32_t status)
{
    last_status = status;
    add_int32_t(&status);
    if (status < 0) {
        add_int64_t(&error.index);
        add_text(error.message);
        return;
    }
    for (const struct room *room = rooms; room < rooms + room_count; room++)
        for (int64_t i = 0; room->add != NULL && i < room->count; i++)
            room->add(room->memory + (size_t)i * room->size);
}

/* A call of each function, and `doors`, the table of them. */
#include "door_calls.h"

/* ---- Running */

static void
load(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size < 0 || fseek(file, 0, SEEK_SET) != 0)
        stop("cannot be read", path);
    cursor = (char *)calloc((size_t)size + 1, 1);
    if (cursor == NULL || fread(cursor, 1, (size_t)size, file) != (size_t)size)
        stop("cannot be read", path);
    fclose(file);
}

static const struct door *
door_of(const char *name)
{
    for (size_t i = 0; i < sizeof(doors) / sizeof(doors[0]); i++)
        if (strcmp(doors[i].name, name) == 0)
            return &doors[i];
    stop("no function", name);
    return NULL;
}

static void
run(const struct door *door)
{
    used = 0;
    room_count = 0;
    last_status = 0;
    memset(&error, 0, sizeof(error));
    door->call();
}
