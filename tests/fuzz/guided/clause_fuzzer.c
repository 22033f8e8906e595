/*
 * Fuzzer: the bytes are the text behind `#pragma ppar`.
 *
 * The text goes two ways. Cut into tokens here, it goes to the grammar alone, many thousand times a
 * second. What the grammar accepts, and one in sixteen of the others, is put before a loop of a
 * small file, or before a declaration when it declares effects, and goes through the whole
 * compiler: that is where the text of expressions is spliced into what libclang parses. The file
 * has macros that try to get out of the splice.
 */
#include "harness.h"

#include "pragma/parse.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char before[] = "enum { N = 100 };\n"
                             "#define TWO 2\n"
                             "#define NOTHING\n"
                             "#define PAIR 1, 2\n"
                             "#define OPEN (\n"
                             "#define CLOSE )\n"
                             "#define OUT 1) for (;; 1\n"
                             "#define AWAY 1); } void away(void) { (void)(1\n"
                             "#define CALL(x) (x + 1)\n"
                             "struct s { int x, y[4]; } st, *ps;\n"
                             "int a[N], b[N], n, m[N][N], g(int);\n"
                             "double sum, low, *p, *q, d[N];\n";
static const char loop[] = "void f(double *restrict r, int v[n], struct s *t)\n"
                           "{\n"
                           "    int k = 3;\n"
                           "#pragma ppar %s\n"
                           "    for (int i = 0; i < N; i++) {\n"
                           "        a[i] = b[i] + k;\n"
                           "        sum += d[i];\n"
                           "        r[i] = t->x + v[0];\n"
                           "    }\n"
                           "}\n";
static const char declaration[] = "#pragma ppar %s\n"
                                  "int h(double *x, const struct s *t, int c, int (*e)[c]);\n"
                                  "void f(void)\n"
                                  "{\n"
                                  "#pragma ppar for\n"
                                  "    for (int i = 0; i < N; i++)\n"
                                  "        a[i] = h(d, ps, i, 0);\n"
                                  "}\n";

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "\nfuzz: %s\n", what);
    abort();
}

/* ---- tokens ------------------------------------------------------------------------------- */

static bool is_word(unsigned char c)
{
    return isalnum(c) || c == '_' || c == '$' || c >= 0x80;
}

static size_t comment_length(const char *text, size_t left)
{
    if (left < 2 || text[0] != '/' || (text[1] != '/' && text[1] != '*'))
        return 0;
    if (text[1] == '/')
        return left;
    const char *end = memmem(text + 2, left - 2, "*/", 2);
    return end ? (size_t)(end - text) + 2 : left;
}

static size_t token_length(const char *text, size_t left)
{
    static const char *const operators[] = {"<<=", ">>=", "...", "<:", ":>", "<%", "%>", "->",
                                            "&&",  "||",  "==",  "<=", ">=", "++", "--", "<<"};
    size_t length = 1;
    if (is_word((unsigned char)*text)) {
        while (length < left && is_word((unsigned char)text[length]))
            length++;
        return length;
    }
    if (*text == '"' || *text == '\'') {
        while (length < left && text[length] != *text)
            length += text[length] == '\\' ? 2 : 1;
        return length < left ? length + 1 : left;
    }
    for (size_t k = 0; k < sizeof operators / sizeof *operators; k++)
        if (strlen(operators[k]) <= left && !memcmp(text, operators[k], strlen(operators[k])))
            return strlen(operators[k]);
    return 1;
}

static struct pragma *cut(struct arena *arena, const struct buf *text)
{
    struct pragma *pragma = ARENA_NEW(arena, struct pragma);
    pragma->place = (struct place){"input.c", 1, 1, 0, "input.c"};
    pragma->end = (unsigned)text->length;
    for (size_t at = 0; at < text->length;) {
        const char *bytes = text->bytes + at;
        size_t length = comment_length(bytes, text->length - at);
        if (length || isspace((unsigned char)*bytes)) {
            at += length ? length : 1;
            continue;
        }
        length = token_length(bytes, text->length - at);
        struct pragma_token token = {
            .place = {"input.c", 1, (unsigned)at + 1, (unsigned)at, "input.c"},
            .start = (unsigned)at,
            .end = (unsigned)(at + length),
            .text = arena_strndup(arena, bytes, length),
        };
        LIST_PUSH(arena, pragma->tokens, token);
        at += length;
    }
    return pragma;
}

/* ---- the grammar -------------------------------------------------------------------------- */

static void check_expr(const struct pragma *pragma, const struct clause_expr *expr)
{
    if (!expr->place.line)
        return;
    if (!expr->text || expr->start < pragma->start || expr->end > pragma->end ||
        expr->start > expr->end)
        fail("an expression is not in its pragma");
}

static void check_clauses(const struct pragma *pragma)
{
    for (size_t k = 0; k < pragma->clauses.count; k++) {
        const struct clause *clause = &pragma->clauses.items[k];
        check_expr(pragma, &clause->value);
        for (size_t i = 0; i < clause->items.count; i++) {
            check_expr(pragma, &clause->items.items[i].base);
            check_expr(pragma, &clause->items.items[i].first);
            check_expr(pragma, &clause->items.items[i].count);
        }
    }
}

/* Does the grammar accept the text? */
static bool parses(const struct buf *text)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct pragma *pragma = cut(arena, text);
    pragma_parse(pragma, arena, &diags);
    if (pragma->failed != (diags.errors > 0))
        fail("a pragma fails without a message, or has one and does not fail");
    check_clauses(pragma);
    bool is_fine = !pragma->failed;
    arena_free(arena);
    return is_fine;
}

/* ---- the whole ---------------------------------------------------------------------------- */

/* The text as one logical line. */
static struct buf on_one_line(const uint8_t *data, size_t size)
{
    struct buf text = {0};
    buf_add(&text, data, size);
    for (size_t k = 0; k < size; k++)
        if (text.bytes[k] == '\n' && (k == 0 || text.bytes[k - 1] != '\\'))
            text.bytes[k] = ' ';
    return text;
}

static void add_filled(struct buf *file, const char *frame, const struct buf *text)
{
    const char *hole = strstr(frame, "%s");
    buf_add(file, frame, (size_t)(hole - frame));
    buf_add(file, buf_text(text), text->length);
    buf_puts(file, hole + 2);
}

static bool declares_effects(const struct buf *text)
{
    const char *at = buf_text(text);
    while (isspace((unsigned char)*at))
        at++;
    return strncmp(at, "effects", strlen("effects")) == 0;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    harness_prepare();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > LONGEST_INPUT)
        return 0;
    struct buf text = on_one_line(data, size), file = {0};
    unsigned sum = 0;
    for (size_t k = 0; k < size; k++)
        sum = sum * 31 + data[k];
    if (parses(&text) || (sum ^ sum >> 7) % 16 == 0) {
        buf_puts(&file, before);
        add_filled(&file, declares_effects(&text) ? declaration : loop, &text);
        harness_translate(&file);
    }
    buf_release(&text);
    buf_release(&file);
    return 0;
}
