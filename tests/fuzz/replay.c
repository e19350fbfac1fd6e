/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target over inputs that are kept: without libFuzzer, with any
 * compiler.   usage: replay FILE...
 * A file has one input on each line, two hexadecimal digits a byte. */

#include "fuzz.h"

static int
replay_digit(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Runs a line of digits; returns whether it is one. */
static bool
replay_line(const char *line, size_t length)
{
    uint8_t *bytes = fuzz_room(length / 2);

    for (size_t i = 0; i < length / 2; i++) {
        const int high = replay_digit(line[2 * i]);
        const int low = replay_digit(line[2 * i + 1]);
        if (high < 0 || low < 0) {
            free(bytes);
            return false;
        }
        bytes[i] = (uint8_t)(16 * high + low);
    }
    (void)LLVMFuzzerTestOneInput(bytes, length / 2);
    free(bytes);
    return length % 2 == 0;
}

static char *
replay_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t size = 0;
    char *text = malloc(1);

    while (file != NULL && text != NULL) {
        char *more = realloc(text, size + 4097);
        if (more == NULL)
            break;
        text = more;
        const size_t n = fread(text + size, 1, 4096, file);
        size += n;
        if (n == 0)
            break;
    }
    if (file == NULL || text == NULL) {
        free(text);
        return NULL;
    }
    fclose(file);
    text[size] = '\0';
    return text;
}

/* Returns how many inputs ran; -1 for a file that holds something else. */
static int
replay_file(const char *path)
{
    char *text = replay_read(path);
    int n = 0;

    for (const char *line = text; line != NULL && *line != '\0'; n++) {
        const size_t length = strcspn(line, "\r\n");
        if (!replay_line(line, length)) {
            fprintf(stderr, "%s:%d: no hexadecimal digits\n", path, n + 1);
            free(text);
            return -1;
        }
        line += length;
        line += strspn(line, "\r\n");
    }
    free(text);
    return n > 0 ? n : -1;
}

int
main(int argc, char **argv)
{
    int inputs = 0;

    for (int i = 1; i < argc; i++) {
        const int n = replay_file(argv[i]);
        if (n < 0) {
            fprintf(stderr, "%s: no inputs\n", argv[i]);
            return 1;
        }
        inputs += n;
    }
    printf("%d inputs\n", inputs);
    return inputs == 0;
}
