/*
 * Stage parse: what clauses become, what is said about wrong ones, and that no text, however large
 * or twisted, does more than be refused.
 */
#include "buf.h"
#include "pragma/parse.h"

#include <CUnit/Basic.h>
#include <ctype.h>
#include <string.h>

/* ---- from text to tokens, as the frontend would give them --------------------------------- */

static size_t token_length(const char *text)
{
    static const char *const pairs[] = {"&&", "||", "<:", ":>", "->", "<=", "==", "++"};
    size_t length = 1;
    if (isalnum((unsigned char)*text) || *text == '_') {
        while (isalnum((unsigned char)text[length]) || text[length] == '_')
            length++;
        return length;
    }
    if (*text == '"') {
        while (text[length] && text[length] != '"')
            length += text[length] == '\\' ? 2 : 1;
        return length + 1;
    }
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        if (strncmp(text, pairs[k], 2) == 0)
            return 2;
    return 1;
}

static struct pragma *tokenize(struct arena *arena, const char *text)
{
    struct pragma *pragma = ARENA_NEW(arena, struct pragma);
    pragma->place = (struct place){"t.c", 1, 1, 0, "t.c"};
    pragma->end = (unsigned)strlen(text);
    for (size_t at = 0; text[at];) {
        if (text[at] == ' ') {
            at++;
            continue;
        }
        size_t length = token_length(text + at);
        struct pragma_token token = {
            .place = {"t.c", 1, (unsigned)at + 1, (unsigned)at, "t.c"},
            .start = (unsigned)at,
            .end = (unsigned)(at + length),
            .text = arena_strndup(arena, text + at, length),
        };
        LIST_PUSH(arena, pragma->tokens, token);
        at += length;
    }
    return pragma;
}

struct parsed {
    struct arena *arena;
    struct pragma *pragma;
    struct diags diags;
};

static struct parsed parse(const char *text)
{
    struct parsed parsed = {.arena = arena_new()};
    diags_init(&parsed.diags, parsed.arena);
    parsed.pragma = tokenize(parsed.arena, text);
    pragma_parse(parsed.pragma, parsed.arena, &parsed.diags);
    return parsed;
}

/* ---- what is right ------------------------------------------------------------------------ */

/* A clause as text: name kind {value} <item> <item [first, count]>. */
static void write_item(struct buf *out, const struct clause_item *item)
{
    buf_printf(out, " <%s", item->base.text);
    if (item->first.place.line)
        buf_printf(out, " [%s, %s]", item->first.text, item->count.text);
    buf_puts(out, ">");
}

static void write_clause(struct buf *out, const struct clause *clause)
{
    static const char *const schedules[] = {"auto", "static", "dynamic", "guided"};
    buf_printf(out, "%s%s", out->length ? "; " : "", clause_name(clause->kind));
    if (clause->kind == CLAUSE_SCHEDULE)
        buf_printf(out, " %s", schedules[clause->schedule]);
    if (clause->kind == CLAUSE_REDUCTION)
        buf_printf(out, " %s", reduction_name(clause->reduction));
    if (clause->word || clause->unordered)
        buf_printf(out, " %s", clause->word ? clause->word : "unordered");
    if (clause->string)
        buf_printf(out, " \"%s\"", clause->string);
    if (clause->value.place.line)
        buf_printf(out, " {%s}%s", clause->value.text, clause->is_factor ? " times" : "");
    for (size_t k = 0; k < clause->items.count; k++)
        write_item(out, &clause->items.items[k]);
}

/* An effect as text: name <item> <item [first, count]>. */
static void write_effect(struct buf *out, const struct declared_effect *effect)
{
    static const char *const words[] = {
        [DECLARED_IN] = "in",           [DECLARED_INOUT] = "inout",   [DECLARED_OUT] = "out",
        [DECLARED_RETURNS] = "returns", [DECLARED_STDOUT] = "stdout", [DECLARED_FRESH] = "fresh",
        [DECLARED_PURE] = "pure",       [DECLARED_STATE] = "state",   [DECLARED_FREES] = "frees",
        [DECLARED_EXITS] = "exits",     [DECLARED_STDERR] = "stderr",
    };
    buf_printf(out, "%s%s", out->length ? "; " : "", words[effect->kind]);
    for (size_t k = 0; k < effect->items.count; k++)
        write_item(out, &effect->items.items[k]);
}

static const struct {
    const char *text, *clauses;
} right[] = {
    {"for", ""},
    {"for workers(4)", "workers {4}"},
    {"for workers(f(a, b) ? g[1, 2] : h)", "workers {f(a, b) ? g[1, 2] : h}"},
    {"for workers(n?:4)", "workers {n?:4}"},
    {"for workers((int){ 2, 3 })", "workers {(int){ 2, 3 }}"},
    {"for if(n > 100), workers(2) name(\"a b\")", "if {n > 100}; workers {2}; name \"a b\""},
    {"for schedule(static)", "schedule static"},
    {"for schedule(dynamic, n / 4)", "schedule dynamic {n / 4}"},
    {"for schedule(auto) ", "schedule auto"},
    {"for schedule(guided,1)", "schedule guided {1}"},
    {"for private(a) private(b, c)", "private <a>; private <b> <c>"},
    {"for private(name, workers, if)", "private <name> <workers> <if>"},
    {"for lastprivate(s.x)", "lastprivate <s.x>"},
    {"for reduction(+ : a, b)", "reduction + <a> <b>"},
    {"for reduction(-:a) reduction(*:b)", "reduction - <a>; reduction * <b>"},
    {"for reduction(&&:a) reduction(||:b)", "reduction && <a>; reduction || <b>"},
    {"for reduction(&:a) reduction(|:b) reduction(^:c)",
     "reduction & <a>; reduction | <b>; reduction ^ <c>"},
    {"for reduction(merge : a, h[0 : n])", "reduction function <a> <h [0, n]>"},
    {"for reduction(min:a) reduction(max:b)", "reduction min <a>; reduction max <b>"},
    {"for reduction(+ : hist[0:256], m[k][i * 2 : w])",
     "reduction + <hist [0, 256]> <m[k] [i * 2, w]>"},
    {"for reduction(+ : h[a ? 1 : 2 : n])", "reduction + <h [a ? 1 : 2, n]>"},
    {"for reduction(+ : h[b[1] : c[2]])", "reduction + <h [b[1], c[2]]>"},
    {"for reduction(+ : h<:0:n:>)", "reduction + <h [0, n]>"},
    {"for noalias(p, q)", "noalias <p> <q>"},
    {"for independent(x)", "independent <x>"},
    {"for in(a[i*w : w]) out(b) inout(c[0:n], s->x)",
     "in <a [i*w, w]>; out <b>; inout <c [0, n]> <s->x>"},
    {"for after(f ? g : h)", "after {f ? g : h}"},
    {"for after(unordered : show(i))", "after unordered {show(i)}"},
    {"for output(ordered)", "output ordered"},
    {"for output(live)", "output live"},
    {"for timeout(10x) retries(2)", "timeout {10} times; retries {2}"},
    {"for timeout(2.5x)", "timeout {2.5} times"},
    {"for timeout(a.x)", "timeout {a.x}"},
    {"for timeout(0x)", "timeout {0} times"},
    {"for on_failure(skip) status(st)", "on_failure skip; status <st>"},
    {"for name(\"a\\t\\x41\\101\" \"b\")", "name \"a\tAAb\""},
    {"effects(in(a[0 : n], *p) out(b), stdout returns(b))",
     "in <a [0, n]> <*p>; out <b>; stdout; returns <b>"},
    {"effects(pure fresh)", "pure; fresh"},
    {"effects(exits stderr, state(in, rand), frees(p->in[0]))",
     "exits; stderr; state <in> <rand>; frees <p->in[0]>"},
    {"effects(inout(s->count), inout(m[k][0 : w]))", "inout <s->count>; inout <m[k] [0, w]>"},
};

static void test_right(void)
{
    for (size_t k = 0; k < sizeof right / sizeof *right; k++) {
        struct parsed parsed = parse(right[k].text);
        struct buf out = {0};
        for (size_t i = 0; i < parsed.pragma->clauses.count; i++)
            write_clause(&out, &parsed.pragma->clauses.items[i]);
        for (size_t i = 0; i < parsed.pragma->effects.count; i++)
            write_effect(&out, &parsed.pragma->effects.items[i]);
        if (strcmp(buf_text(&out), right[k].clauses) != 0 || parsed.diags.list.count > 0)
            printf("\n    %s\n    gives: %s\n", right[k].text, buf_text(&out));
        CU_ASSERT_STRING_EQUAL(buf_text(&out), right[k].clauses);
        CU_ASSERT_EQUAL(parsed.diags.list.count, 0);
        CU_ASSERT_FALSE(parsed.pragma->failed);
        CU_ASSERT_EQUAL(parsed.pragma->kind, right[k].text[0] == 'e' ? PRAGMA_EFFECTS : PRAGMA_FOR);
        buf_release(&out);
        arena_free(parsed.arena);
    }
}

static void test_places(void)
{
    struct parsed parsed = parse("for workers(n + 1) reduction(+ : hist[0 : 256])");
    CU_ASSERT_EQUAL_FATAL(parsed.pragma->clauses.count, 2);
    const struct clause *workers = &parsed.pragma->clauses.items[0];
    CU_ASSERT_EQUAL(workers->place.column, 5);
    CU_ASSERT_EQUAL(workers->end, 18);
    CU_ASSERT_EQUAL(workers->value.start, 12);
    CU_ASSERT_EQUAL(workers->value.end, 17);
    const struct clause_item *item = &parsed.pragma->clauses.items[1].items.items[0];
    CU_ASSERT_EQUAL(item->base.start, 33);
    CU_ASSERT_EQUAL(item->base.end, 37);
    CU_ASSERT_EQUAL(item->first.place.column, 39);
    CU_ASSERT_EQUAL(item->count.end, 45);
    arena_free(parsed.arena);
}

/* ---- what is wrong ------------------------------------------------------------------------ */

static const struct {
    const char *text;
    const char *errors; /* each as column, id and message, on a line of its own */
    const char *mended; /* after the fix-its; NULL: there are none */
} wrong[] = {
    {"", "1 unknown-pragma expected 'for', 'effects' or 'pack' behind '#pragma ppar'", NULL},
    {"far", "1 unknown-pragma expected 'for', 'effects' or 'pack' behind '#pragma ppar', saw 'far'",
     "for"},
    {"(for)", "1 unknown-pragma expected 'for', 'effects' or 'pack' behind '#pragma ppar', saw '('",
     NULL},
    {"for reducton(+ : x)", "5 unknown-clause unknown clause 'reducton'; did you mean 'reduction'?",
     "for reduction(+ : x)"},
    {"for wrokers(4) nonsense",
     "5 unknown-clause unknown clause 'wrokers'; did you mean 'workers'?\n"
     "16 unknown-clause unknown clause 'nonsense'",
     "for workers(4) nonsense"},
    {"for num_threads(4)", "5 unknown-clause unknown clause 'num_threads'", NULL},
    {"for workers", "12 clause-syntax expected '(' and a number of workers behind 'workers'", NULL},
    {"for workers 4 name(\"x\")",
     "13 clause-syntax expected '(' and a number of workers behind 'workers'", NULL},
    {"for workers()", "5 clause-syntax 'workers' needs a number of workers in its parentheses",
     NULL},
    {"for private()", "5 clause-syntax 'private' needs a variable in its parentheses", NULL},
    {"for workers(1, 2)", "14 clause-syntax expected ')' behind '1', saw ','", NULL},
    {"for workers(1, (2)) if(x)", "14 clause-syntax expected ')' behind '1', saw ','", NULL},
    {"for private(a, )", "14 clause-syntax expected a variable behind ','", "for private(a )"},
    {"for private(a, , b)", "16 clause-syntax expected a variable behind ','", NULL},
    {"for private(, b)", "13 clause-syntax expected a variable behind '(', saw ','", NULL},
    {"for private(a b)", "15 clause-syntax expected ',' between 'a' and 'b'", "for private(a, b)"},
    {"for workers(4",
     "12 clause-syntax expected ')' to close the argument of 'workers', which opens "
     "here",
     NULL},
    {"for workers((4)",
     "12 clause-syntax expected ')' to close the argument of 'workers', which "
     "opens here",
     NULL},
    {"for workers(a[4",
     "14 clause-syntax expected ']' to close this '[' before the end of the line", NULL},
    {"for workers(a[4)", "16 clause-syntax expected ']' to close '[', saw ')'", NULL},
    {"for workers(4))", "15 clause-syntax there is nothing that this ')' could close", NULL},
    {"for workers(4),", "16 clause-syntax expected a clause behind ','", NULL},
    {"for workers(4),,if(x)", "16 clause-syntax expected a clause, saw ','", NULL},
    {"for , workers(4)", "5 clause-syntax expected a clause, saw ','", NULL},
    {"for 12", "5 clause-syntax expected a clause, saw '12'", NULL},
    {"for (a) workers(2) private()",
     "5 clause-syntax expected a clause, saw '('\n"
     "20 clause-syntax 'private' needs a variable in its parentheses",
     NULL},
    {"for workers(1) workers(2)", "16 duplicate-clause 'workers' may stand only once in a pragma",
     NULL},
    {"for schedule(fast)",
     "14 clause-argument unknown schedule 'fast'; expected 'auto', 'static', "
     "'dynamic' or 'guided'",
     NULL},
    {"for schedule(dinamic, 4)",
     "14 clause-argument unknown schedule 'dinamic'; expected 'auto', "
     "'static', 'dynamic' or 'guided'",
     "for schedule(dynamic, 4)"},
    {"for schedule(static,)", "20 clause-syntax expected a chunk size behind ','", NULL},
    {"for schedule(static, 1, 2)", "23 clause-syntax expected ')' behind '1', saw ','", NULL},
    {"for reduction(x)",
     "15 clause-syntax 'reduction' needs an operator and ':' before its "
     "variables, as in 'reduction(+ : sum)'",
     NULL},
    {"for reduction(x, y)",
     "15 clause-syntax 'reduction' needs an operator and ':' before its "
     "variables, as in 'reduction(+ : sum)'",
     NULL},
    {"for reduction(/ : x)",
     "15 clause-argument unknown reduction operator '/'; expected + - * & | "
     "^ && || min, max or the name of a function",
     NULL},
    {"for reduction(+ = : x)",
     "15 clause-argument unknown reduction operator '+ ='; expected + - * "
     "& | ^ && || min, max or the name of a function",
     NULL},
    {"for reduction(+ : )", "17 clause-syntax expected a variable behind ':'", NULL},
    {"for reduction(+ : a[0 : n][2])", "27 clause-syntax expected ',' or ')' behind ']', saw '['",
     NULL},
    {"for private(a[0 : n])", "13 clause-argument 'private' takes whole variables, not sections",
     NULL},
    {"for private(x) reduction(+ : x)",
     "30 clause-conflict 'x' cannot be in 'private' and "
     "'reduction' at once",
     NULL},
    {"for private(x, y, x)", "19 duplicate-clause 'x' is named twice in 'private'", NULL},
    {"for noalias(p)", "13 clause-argument 'noalias' needs at least two pointers", NULL},
    {"for output(sorted)",
     "12 clause-argument unknown argument of 'output' 'sorted'; expected "
     "'ordered' or 'live'",
     NULL},
    {"for name(x)", "10 clause-argument 'name' needs a name in quotes, saw 'x'", NULL},
    {"for name(\"\")",
     "10 clause-argument the text of 'name' is empty or has a null character in it", NULL},
    {"for name(\"a\\0b\")",
     "10 clause-argument the text of 'name' is empty or has a null character in it", NULL},
    {"for append(out)", "15 clause-syntax expected ',' behind 'out', saw ')'", NULL},
    {"for after(unorderd : f)", "11 clause-argument unknown order 'unorderd'; expected 'unordered'",
     "for after(unordered : f)"},
    {"for on_failure(halt)",
     "16 clause-argument unknown argument of 'on_failure' 'halt'; expected "
     "'stop', 'skip' or 'serial'",
     NULL},
    {"for progress progress(\"x\")",
     "14 duplicate-clause 'progress' may stand only once in a pragma", NULL},
    {"for checkpoint(f)", "16 clause-argument 'checkpoint' needs a file name in quotes, saw 'f'",
     NULL},
    {"effects(puer)", "9 unknown-clause unknown effect 'puer'; did you mean 'pure'?",
     "effects(pure)"},
    {"effects(pure, in(a[0 : n]))",
     "9 clause-conflict a function with the effect 'in' is not 'pure', which says that there is no "
     "other effect",
     NULL},
    {"effects(calls(f))", "9 not-implemented effect 'calls' is not built yet", NULL},
    {"effects(stdout(1))", "15 clause-syntax expected ',' or ')' behind 'stdout', saw '('", NULL},
    {"effects(out)", "12 clause-syntax expected '(' and a variable or section behind 'out'", NULL},
    {"effects(out(a,))", "14 clause-syntax expected a variable or section behind ','",
     "effects(out(a))"},
    {"effects", "8 clause-syntax expected '(' and a list of effects behind 'effects'", NULL},
    {"effects()", "1 clause-syntax 'effects' needs a list of effects in its parentheses", NULL},
    {"pack(struct list)", "17 clause-syntax expected ':' behind 'list', saw ')'", NULL},
    {"pack(struct list : [], b)", "20 clause-syntax expected the name of a member, saw '['", NULL},
    {"pack(char * : text string)",
     "15 clause-syntax expected 'string', 'deep' or 'skip' behind the pointer, saw 'text'", NULL},
    {"pack(char * : [3] string 4)",
     "26 clause-syntax expected ',' or ')' behind the pointer, saw '4'", NULL},
    {"pack(struct list : a stirng)",
     "22 clause-syntax expected 'string', 'deep' or 'skip' behind the member, saw 'stirng'", NULL},
    {"pack(struct list : a string deep)",
     "29 clause-syntax expected ',' or ')' behind the member, saw 'deep'", NULL},
    {"pack(struct list : u wen 1 : a string)",
     "22 clause-syntax expected a union, 'when' and a condition before the ':', saw 'wen'", NULL},
    {"pack(struct list : u when : a string)",
     "22 clause-syntax expected a union, 'when' and a condition before the ':', saw 'when'", NULL},
};

static void write_errors(struct buf *out, const struct diags *diags)
{
    for (size_t k = 0; k < diags->list.count; k++) {
        const struct diag *diag = diags->list.items[k];
        buf_printf(out, "%s%u %s %s", k ? "\n" : "", diag->place.column, diag_id_text(diag->id),
                   diag->message);
    }
}

/* TEXT after the fix-its of all diagnostics, which stand in ascending order; NULL without any. */
static const char *mend(struct arena *arena, const struct diags *diags, const char *text)
{
    const char *mended = arena_strdup(arena, "");
    size_t at = 0;
    bool any = false;
    for (size_t k = 0; k < diags->list.count; k++) {
        for (size_t i = 0; i < diags->list.items[k]->fixits.count; i++) {
            struct diag_fixit fixit = diags->list.items[k]->fixits.items[i];
            mended = arena_printf(arena, "%s%.*s%s", mended, (int)(fixit.start - at), text + at,
                                  fixit.replacement);
            at = fixit.end;
            any = true;
        }
    }
    return any ? arena_printf(arena, "%s%s", mended, text + at) : NULL;
}

static void test_wrong(void)
{
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
        struct parsed parsed = parse(wrong[k].text);
        struct buf out = {0};
        write_errors(&out, &parsed.diags);
        const char *mended = mend(parsed.arena, &parsed.diags, wrong[k].text);
        if (strcmp(buf_text(&out), wrong[k].errors) != 0)
            printf("\n    %s\n%s\n", wrong[k].text, buf_text(&out));
        CU_ASSERT_STRING_EQUAL(buf_text(&out), wrong[k].errors);
        CU_ASSERT_STRING_EQUAL(mended ? mended : "none",
                               wrong[k].mended ? wrong[k].mended : "none");
        CU_ASSERT_TRUE(parsed.pragma->failed);
        buf_release(&out);
        arena_free(parsed.arena);
    }
}

/* ---- hostile text ------------------------------------------------------------------------- */

static void repeat(struct buf *text, const char *piece, size_t times)
{
    for (size_t k = 0; k < times; k++)
        buf_puts(text, piece);
}

static bool is_accepted(const struct buf *text)
{
    struct parsed parsed = parse(buf_text(text));
    bool failed = parsed.pragma->failed;
    CU_ASSERT_EQUAL(failed, parsed.diags.errors > 0);
    arena_free(parsed.arena);
    return !failed;
}

static void test_large(void)
{
    static const struct {
        const char *first, *piece;
        size_t times;
        const char *middle, *closing, *last; /* closing as often as the piece */
        bool is_right;
    } cases[] = {
        {"for workers(", "(", 10000, "1", ")", ")", true},
        {"for workers(", "(", 200000, "1", ")", ")", true},
        {"for workers(", "(", 500000, "1", "", "", false},
        {"for workers(a", "[b", 10000, "", "]", ")", true},
        {"for workers(", "a ? b : ", 100000, "c", "", ")", true},
        {"for workers(", "a ? ", 2000, "c", " : b", ")", true},
        {"for workers(", "a ? ", 100000, "c", " : b", ")", false},
        {"for workers(a", " + a", 200000, "", "", ")", true},
        {"for private(a", "[b:", 10000, "", "]", ")", false},
        {"for private(a", ",a", 20000, "", "", ")", false},
        {"for nonsense", "(", 10000, "", ")", "", false},
        {"for ", "private() ", 20000, "", "", "", false},
        {"for ", ",", 100000, "", "", "", false},
        {"for ", ")", 100000, "", "", "", false},
        {"", "\x01", 100000, "", "", "", false},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct buf text = {0};
        buf_puts(&text, cases[k].first);
        repeat(&text, cases[k].piece, cases[k].times);
        buf_puts(&text, cases[k].middle);
        repeat(&text, cases[k].closing, cases[k].times);
        buf_puts(&text, cases[k].last);
        CU_ASSERT_EQUAL(is_accepted(&text), cases[k].is_right);
        buf_release(&text);
    }
}

/* A sample of all sequences of a few tokens: each is either accepted, or refused with a message. */
static void test_all_short(void)
{
    static const char *const words[] = {"workers", "private",   "reduction", "nonsense", "name",
                                        "if",      "progress",  "(",         ")",        ",",
                                        ":",       "?",         "[",         "]",        "x",
                                        "+",       "\"label\"", "schedule",  "static",   "{"};
    enum { WORDS = sizeof words / sizeof *words, LENGTH = 4 };
    static const char *const starts[] = {"for ", "for private(", "effects(", "pack("};
    size_t total = 1;
    for (int k = 0; k < LENGTH; k++)
        total *= WORDS;
    for (size_t number = 0; number < total; number += 97) {
        for (size_t start = 0; start < sizeof starts / sizeof *starts; start++) {
            struct buf text = {0};
            buf_puts(&text, starts[start]);
            for (size_t k = 0, rest = number; k < LENGTH; k++, rest /= WORDS)
                buf_printf(&text, "%s ", words[rest % WORDS]);
            is_accepted(&text);
            buf_printf(&text, ")");
            is_accepted(&text);
            buf_release(&text);
        }
    }
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("pragma", NULL, NULL);
    CU_add_test(suite, "right clauses", test_right);
    CU_add_test(suite, "places", test_places);
    CU_add_test(suite, "wrong clauses", test_wrong);
    CU_add_test(suite, "large clauses", test_large);
    CU_add_test(suite, "all short clauses", test_all_short);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
