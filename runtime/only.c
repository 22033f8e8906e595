/*
 * PPAR_ONLY=17 ./prog runs iteration 17 of the first loop that the program executes alone, in the
 * program's own process: for a debugger, and for whoever wants to see what a report speaks of.
 * PPAR_ONLY=3:17 is that of the third execution; the loops before run as always.
 *
 * An independent iteration does the same whether those before it have run or not, so the state
 * before the loop will do. What comes behind the loop would see results of one iteration alone; so
 * the program ends when the iteration has come to its end, with status 0.
 */
#include "only.h"
#include "failure.h"
#include "io.h"
#include "message.h"
#include "process.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COMMAND_MOST 2048 /* bytes of it that are looked at */

void only_check(const struct ppar_loop *loop, uint64_t k)
{
    char place[256];
    if (ppar_is_serial(loop)) {
        message("%s: PPAR_ONLY: no iteration of this loop can run alone: %s",
                failure_place(loop, place, sizeof place),
                loop->serial != NULL ? loop->serial
                                     : "its counter wraps round before it meets its first bound");
        exit(EXIT_FAILURE);
    }
    if (k < loop->trips)
        return;
    message("%s: PPAR_ONLY: there is no iteration %llu: the loop has %llu",
            failure_place(loop, place, sizeof place), (unsigned long long)k, loop->trips);
    exit(EXIT_FAILURE);
}

_Noreturn void only_end(const struct ppar_loop *loop)
{
    char place[256];
    message("%s: iteration %llu has come to its end; PPAR_ONLY asks for nothing else",
            failure_place(loop, place, sizeof place), loop->first);
    exit(EXIT_SUCCESS);
}

/* A place that text is appended to. What is too long is cut. */
struct text {
    char *at;
    size_t left; /* with the 0 behind it */
};

static void put(struct text *text, char c)
{
    if (text->left < 2)
        return;
    *text->at++ = c;
    text->left--;
    *text->at = '\0';
}

static int is_plain(const char *word)
{
    return *word != '\0' && strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_-+=./,:@%") == strlen(word);
}

/* As a shell reads it. */
static void put_quoted(struct text *text, const char *word)
{
    int plain = is_plain(word);
    if (!plain)
        put(text, '\'');
    for (; *word != '\0'; word++) {
        for (const char *quoted = *word == '\'' ? "'\\'" : ""; *quoted != '\0'; quoted++)
            put(text, *quoted);
        put(text, *word);
    }
    if (!plain)
        put(text, '\'');
}

static void put_word(struct text *text, const char *word)
{
    put(text, ' ');
    put_quoted(text, word);
}

int only_setting(const char *name, const char *value, char *text, size_t size)
{
    struct text rest = {text, size};
    put(&rest, ' ');
    for (; *name != '\0'; name++)
        put(&rest, *name);
    put(&rest, '=');
    put_quoted(&rest, value);
    return (int)(size - rest.left);
}

char *only_invocation(char *text, size_t size)
{
    char words[COMMAND_MOST];
    struct text rest = {text, size};
    int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : io_read(fd, words, sizeof words - 1);
    io_close(&fd);
    words[length < 0 ? 0 : length] = '\0';
    text[0] = '\0';
    for (ssize_t at = 0; at < length; at += (ssize_t)strlen(words + at) + 1)
        put_word(&rest, words + at);
    return text;
}

char *only_command(uint64_t k, char *text, size_t size)
{
    if (process.loops == 1)
        snprintf(text, size, "PPAR_ONLY=%llu", (unsigned long long)k);
    else
        snprintf(text, size, "PPAR_ONLY=%llu:%llu", (unsigned long long)process.loops,
                 (unsigned long long)k);
    size_t length = strlen(text);
    (void)only_invocation(text + length, size - length);
    return text;
}
