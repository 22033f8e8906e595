/*
 * Command-line arguments. A response file that names itself would never end: the depth of nesting
 * is bounded, beyond it `@file` stays a plain argument, and the real compiler complains about it.
 */
#include "args.h"

#include "buf.h"

#include <ctype.h>
#include <string.h>

enum { DEEPEST_RESPONSE_FILE = 20 };

void args_add(struct args *args, const char *arg)
{
    LIST_PUSH(args->arena, args->list, arg);
}

void args_add_all(struct args *args, const struct args *others)
{
    for (size_t k = 0; k < others->list.count; k++)
        args_add(args, others->list.items[k]);
}

char **args_vector(const struct args *args)
{
    size_t count = args->list.count;
    char **vector = arena_alloc(args->arena, (count + 1) * sizeof *vector);
    for (size_t k = 0; k < count; k++)
        vector[k] = (char *)args->list.items[k];
    return vector;
}

/* Copies one word from *TEXT to WORD, which is large enough, and moves *TEXT behind it. */
static void take_word(const char **text, char *word)
{
    const char *from = *text;
    char quote = 0;
    for (; *from && (quote || !isspace((unsigned char)*from)); from++) {
        if (*from == '\\' && from[1])
            *word++ = *++from;
        else if (quote ? *from == quote : *from == '\'' || *from == '"')
            quote = quote ? 0 : *from;
        else
            *word++ = *from;
    }
    *word = '\0';
    *text = from;
}

void args_split(struct args *args, const char *text)
{
    for (;;) {
        while (isspace((unsigned char)*text))
            text++;
        if (!*text)
            return;
        char *word = arena_alloc(args->arena, strlen(text) + 1);
        take_word(&text, word);
        args_add(args, word);
    }
}

static bool expand(struct args *args, const char *arg, int depth)
{
    struct buf text = {0};
    if (arg[0] != '@' || depth > DEEPEST_RESPONSE_FILE || buf_read_file(&text, arg + 1) < 0) {
        buf_release(&text);
        args_add(args, arg);
        return false;
    }
    struct args words = {.arena = args->arena};
    args_split(&words, buf_text(&text));
    buf_release(&text);
    for (size_t k = 0; k < words.list.count; k++)
        expand(args, words.list.items[k], depth + 1);
    return true;
}

bool args_expand(struct args *args, const char *arg)
{
    return expand(args, arg, 0);
}

static bool is_plain(const char *arg)
{
    return *arg && arg[strcspn(arg, " \t\r\n\v\f\\'\"$`&|;<>()*?[]#~!{}")] == '\0';
}

const char *args_quote(const struct args *args, const char *separator)
{
    struct buf text = {0};
    for (size_t k = 0; k < args->list.count; k++) {
        const char *arg = args->list.items[k];
        buf_puts(&text, k ? separator : "");
        if (is_plain(arg)) {
            buf_puts(&text, arg);
            continue;
        }
        buf_puts(&text, "\"");
        for (; *arg; arg++)
            buf_printf(&text, strchr("\\\"$`", *arg) ? "\\%c" : "%c", *arg);
        buf_puts(&text, "\"");
    }
    const char *copy = arena_strdup(args->arena, buf_text(&text));
    buf_release(&text);
    return copy;
}
