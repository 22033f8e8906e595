/*
 * The dependence test. Hand-made loops with the flags that they must get, and many small loops of
 * one form, for which the test itself runs the subscripts and finds the pairs.
 */
#include "snippet_loop.h"

/* ---- by hand ------------------------------------------------------------------------------ */

struct depend_case {
    const char *loop, *object, *flags; /* "flow anti output", those that hold */
};

static const char *flags_of(const struct use *use)
{
    static const char *const names[] = {"",       "flow",        "anti",        "flow anti",
                                        "output", "flow output", "anti output", "flow anti output"};
    return names[use->flow + 2 * use->anti + 4 * use->output];
}

static void check_case(const char *clause, const struct depend_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "struct s { int k; double d; }; static struct s s[100]; static int a[300], b[100], x, n;\n"
        "static int m[100][100], t[9];\n"
        "void f(int w, double (*restrict g)[w], int *restrict p) {\n#pragma ppar for %s\n%s }",
        clause, c->loop);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        struct dependences *dependences = depend(loop);
        const struct use *use = NULL;
        for (size_t k = 0; k < dependences->uses.count; k++)
            if (!strcmp(dependences->uses.items[k].object->name, c->object) &&
                dependences->uses.items[k].is_written)
                use = &dependences->uses.items[k];
        CU_ASSERT_PTR_NOT_NULL(use);
        if (use)
            check_text(
                c->loop,
                arena_printf(arena, "%s%s", loop->guards.count ? "guarded " : "", flags_of(use)),
                c->flags);
        dependences_release(dependences);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct depend_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case("", &cases[k]);
}

#define UP "for (int i = 0; i < 100; i++) "

static void test_subscripts(void)
{
    static const struct depend_case cases[] = {
        {UP "a[i] = b[i];", "a", ""},
        {UP "a[i] = a[i];", "a", ""},
        {UP "a[i] += 1;", "a", ""},
        {UP "a[i] = a[i + 1];", "a", "anti"},
        {UP "a[i + 1] = a[i];", "a", "flow"},
        {UP "{ a[i] = 1; a[i + 1] = 2; }", "a", "output"},
        {UP "a[99 - i] = a[i];", "a", "flow anti"},
        {UP "a[2 * i] = a[2 * i + 1];", "a", ""},
        {UP "a[2 * i] = a[i];", "a", "flow"}, /* 2i, read by a later one; never the other way */
        {UP "a[i] = a[2 * i];", "a", "anti"},
        {UP "a[3 * i] = a[6 * i + 1];", "a", ""},
        {UP "a[3 * i] = a[6 * i + 3];", "a", "anti"}, /* 6i + 3 = 3j means j = 2i + 1 > i */
        {UP "a[0] = b[i];", "a", "output"},
        {UP "x = b[i];", "x", "output"},
        {UP "b[i] = x++;", "x", "flow anti output"},
        {UP "a[i / 2] = i;", "a", "output"},
        {UP "if (i % 2) a[i / 2] = i;", "a", ""},
        {UP "if (i % 2 == 0) a[(i - 51) / 2 + 60] = i;", "a", "output"}, /* -1 / 2 and 1 / 2 */
        {UP "if (i % 2 == 0) a[((i - 51) >> 1) + 60] = i;", "a", ""},
        {UP "a[(i - 50) % 50 + 60] = i;", "a", "output"}, /* of 0 and 50 */
        {UP "if (i) a[(i - 50) % 50 + 60] = i;", "a", ""},
        {UP "a[i >> 1] = i;", "a", "output"},
        {UP "if (i == 50) a[(signed char)(3 * i) + 130] = 1; else b[i] = a[24];", "a",
         "flow anti"}, /* 150 is -106 */
        {UP "a[(i - 64) & 127] = i;", "a", ""},
        {UP "a[(i - 50) & 63] = i;", "a", "output"},
        {UP "a[(unsigned char)(i + 200)] = i;", "a", ""},
        {UP "a[(unsigned char)(3 * i)] = i;", "a", ""}, /* 3 and 256 have no common factor */
        {UP "a[(unsigned char)(4 * i)] = i;", "a", "output"},
        {UP "a[i % 7] = i;", "a", "output"},
        {UP "a[i & 127] = i;", "a", ""}, /* i < 100 */
        {UP "a[i & 63] = i;", "a", "output"},
        {UP "a[i + 100] = a[i];", "a", ""},
        {UP "a[i + 99] = a[i];", "a", "flow"}, /* iteration 0 writes a[99] */
        {UP "a[i + n] = a[i];", "a", "guarded anti"},
        {UP "if (n > 100) a[i + n] = a[i];", "a", ""},
        {UP "if (n >= 0) a[i + n] = a[i];", "a", "guarded "},
        {UP "a[b[i]] = i;", "a", "output"},
        {UP "a[i] = a[b[i]];", "a", "flow anti"},
        {UP "if (i < 50) a[i] = a[i + 50];", "a", ""},
        {UP "if (i < 51) a[i] = a[i + 50];", "a", "anti"},
        {UP "if (i % 2) a[i] = a[i - 1];", "a", ""},
        {UP "if (i % 2) a[i] = a[i - 2];", "a", "flow"},
        {UP "if (i == 5) a[7] = 1; else a[8 + i] = a[7];", "a", "flow anti"},
        {UP "if (i == 99) a[7] = 1; else a[8 + i] = a[7];", "a", "anti"},
        {"for (int i = 99; i >= 0; i--) a[i] = a[i + 1];", "a", "flow"},
        {"for (int i = 99; i >= 0; i--) a[i + 1] = a[i];", "a", "anti"},
        {"for (int i = 0; i < 100; i += 2) a[i] = a[i + 1];", "a", ""},
        {"for (int i = 0; i < 100; i += 2) a[i + 2] = a[i];", "a", "flow"},
        {"for (int i = 0; i < 100; i += n) a[i + 1] = a[i];", "a", "guarded "},
        {"for (int i = 0; i < 1; i++) a[i + 1] = a[i];", "a", ""},
        {"for (int i = 0; i < 0; i++) a[0] = a[1];", "a", ""},
    };
    check_cases(cases, COUNT(cases));
}

static void test_scratch(void)
{
    static const struct depend_case cases[] = {
        {UP "{ x = b[i]; a[i] = x; }", "x", "anti output"},
        {UP "{ a[i] = x; x = b[i]; }", "x", "flow anti output"},
        {UP "{ t[0] = i; a[i] = t[0]; }", "t", "anti output"},
        {UP "{ if (b[i]) t[0] = i; a[i] = t[0]; }", "t", "flow anti output"},
        {UP "{ if (n) t[0] = 1; else t[0] = 2; a[i] = t[0]; }", "t", "anti output"},
        {UP "{ for (int k = 0; k < 9; k++) t[k] = i; for (int k = 0; k < 9; k++) a[i] += t[k]; }",
         "t", "anti output"},
        {UP "{ for (int k = 1; k < 9; k++) t[k] = i; for (int k = 0; k < 9; k++) a[i] += t[k]; }",
         "t", "anti output"}, /* t[0] is never written */
        {UP "{ for (int k = 1; k < 9; k++) t[k] = t[k - 1] + i; }", "t",
         "anti output"}, /* likewise */
        {UP "{ for (int k = 1; k < 9; k++) t[k] = t[k - 1] + i; t[0] = i; }", "t",
         "flow anti output"},
        {UP "{ a[i] = 1; a[i + 1] = a[i]; }", "a", "output"}, /* it reads its own */
        {UP "{ a[i + 1] = a[i]; a[i] = 1; }", "a", "flow output"},
    };
    check_cases(cases, COUNT(cases));
}

/* An iteration is a pair, or three, and the order is that of the serial program. */
static void test_collapsed(void)
{
#define BOTH UP "for (int j = 0; j < 100; j++) "
    static const struct depend_case cases[] = {
        {BOTH "m[i][j] = i;", "m", ""},
        {BOTH "m[j][i] = i;", "m", ""},
        {BOTH "m[i][j] = m[i][j];", "m", ""},
        {UP "for (int j = 1; j < 100; j++) m[i][j] = m[i][j - 1];", "m", "flow"},
        {UP "for (int j = 0; j < 99; j++) m[i][j] = m[i][j + 1];", "m", "anti"},
        {UP "for (int j = 98; j >= 0; j--) m[i][j] = m[i][j + 1];", "m", "flow"},
        {UP "for (int j = 99; j > 0; j--) m[i][j] = m[i][j - 1];", "m", "anti"},
        {"for (int i = 99; i > 0; i--) for (int j = 0; j < 100; j++) m[i][j] = m[i - 1][99 - j];",
         "m", "anti"},
        {"for (int i = 98; i >= 0; i--) for (int j = 0; j < 100; j++) m[i][j] = m[i + 1][99 - j];",
         "m", "flow"},
        {"for (int i = 0; i < 50; i++) for (int j = 0; j < 100; j++) m[i + 50][j] = m[i][99 - j];",
         "m", ""},
        {UP "for (int j = 0; j < 50; j++) m[i][j] = m[i][j + 50];", "m", ""},
        {UP "for (int j = 0; j < 50; j++) m[i][2 * j] = m[i][2 * j + 1];", "m", ""},
        {UP "for (int j = 0; j < 99; j += 2) m[i][j] = m[i][j + 1];", "m", ""},
        {UP "for (int j = 0; j < 1; j++) m[i][j + 1] = m[i][j];", "m", ""},
        {BOTH "a[i + j] = 1;", "a", "output"},
        {BOTH "a[i] += j;", "a", "anti output"}, /* a histogram */
        {BOTH "a[i] = a[i] / 2 + j;", "a", "flow anti output"},
        {BOTH "if (j == 0) a[i] = 1;", "a", ""},
        {BOTH "if (j == 0) x = i; else m[i][j] = x;", "x", "flow anti output"},
        {BOTH "{ x = i; m[i][j] = x; }", "x", "anti output"},
        {BOTH "if (j == 99) a[i] = j; else if (j == 0 && i) b[i] = a[i - 1];", "a", "flow"},
        {BOTH "if (j == 99) b[i] = a[i + 1]; else if (j == 0) a[i] = 3;", "a", "anti"},
        {BOTH "{ t[j % 9] = i; m[i][j] = t[j % 9]; }", "t", "anti output"},
        {BOTH "{ t[j % 9] = i; m[i][j] = t[(j + 1) % 9]; }", "t", "flow anti output"},
        {"for (int y = 0; y < n; y++) for (int k = 0; k < w; k++) p[y * w + k] = y;", "p", ""},
        {"for (int y = 0; y < n; y++) for (int k = 1; k < w; k++) p[y * w + k] = p[y * w + k - 1];",
         "p", "flow"},
        {BOTH "for (int k = 0; k < 9; k++) a[3 * i + k % 3] = j;", "a", "output"},
    };
#undef BOTH
    for (size_t k = 0; k < COUNT(cases); k++)
        check_case("collapse(2)", &cases[k]);
}

#define INNER "for (int j = 0; j < 100; j++) "

static void test_dimensions(void)
{
    static const struct depend_case cases[] = {
        {UP INNER "m[i][j] = 1;", "m", ""},
        {UP INNER "m[j][i] = 1;", "m", ""},
        {UP INNER "m[i][j] = m[j][i];", "m", "flow anti"},
        {UP "for (int j = 0; j < i; j++) m[i][j] = m[j][i];", "m", ""},
        {UP "for (int j = 0; j <= i; j++) m[j][i] = m[i][j];", "m", ""},
        {UP "for (int j = 1; j < 100; j++) m[i][j] = m[i][j - 1];", "m", ""},
        {UP "if (i) " INNER "m[i][j] = m[i - 1][j];", "m", "flow"},
        {UP "if (i < 99) " INNER "m[i][j] = m[i + 1][j];", "m", "anti"},
        {UP INNER "m[0][j] = i;", "m", "output"},
        {UP "for (int j = 0; j < 10; j++) a[10 * i + j] = 1;", "a", ""},
        {UP "for (int j = 0; j < 11; j++) a[10 * i + j] = 1;", "a", "output"},
        {UP INNER "a[i + j] = 1;", "a", "output"},
        {UP "for (int j = 0; j < w; j++) g[i][j] = g[i][w - 1];", "g", ""},
        {UP "g[i][w - 1] = 1;", "g", "output"},
        {UP "for (int j = 0; j < w; j++) g[i][j] = 1;", "g", ""},
        {UP "for (int j = 0; j < w; j++) g[i + 1][j] = g[i][j];", "g", "flow"},
        {UP "for (int j = 0; j < w; j++) p[i * w + j] = p[(i + 1) * w + j];", "p", "anti"},
        {UP "s[i].k = s[i + 1].k;", "s", "anti"},
        {UP "s[i].k = s[i + 1].d;", "s", ""},
        {UP "s[i] = s[i + 1];", "s", "anti"},
    };
    /* g[i][w - 1] lies in no row when w is 0, which only the loop inside rules out: no layout, and
     * then nothing is known. */
    check_cases(cases, COUNT(cases));
}

/* ---- by force ----------------------------------------------------------------------------- */

/*
 * for (i = first; goes on; i += step) { a[p * i + q + 20] and a[r * i + s + 20] }, the read before
 * the write or behind it, where the condition i % 2 == parity may stand before the write.
 */
struct form {
    int first, last, step, p, q, r, s;
    bool writes_first;
    int parity; /* 2: no condition */
};

static bool writes(const struct form *form, int i)
{
    return form->parity == 2 || i % 2 == form->parity;
}

static const char *brute_force(const struct form *form)
{
    bool flow = false, anti = false, output = false;
    for (int early = form->first; early != form->last; early += form->step)
        for (int late = early + form->step; late != form->last; late += form->step) {
            int written = form->p * early + form->q, read = form->r * early + form->s;
            int late_written = form->p * late + form->q, late_read = form->r * late + form->s;
            bool own = form->writes_first && writes(form, late) && late_written == late_read;
            flow |= writes(form, early) && written == late_read && !own;
            anti |= writes(form, late) && read == late_written;
            output |= writes(form, early) && writes(form, late) && written == late_written;
        }
    struct use use = {.flow = flow, .anti = anti, .output = output};
    return flags_of(&use);
}

static void add_form(struct buf *text, const struct form *form, size_t number)
{
    char condition[40] = "", header[100];
    snprintf(header, sizeof header, "for (int i = %d; i %c %d; i += %d)", form->first,
             form->step > 0 ? '<' : '>', form->last, form->step);
    if (form->parity < 2)
        snprintf(condition, sizeof condition, "if (i %% 2 == %d) ", form->parity);
    buf_printf(text, "void f%zu(void) {\n#pragma ppar for\n%s { ", number, header);
    if (form->writes_first)
        buf_printf(text, "%sa[%d * i + %d] = i; b[i] = a[%d * i + %d]; } }\n", condition, form->p,
                   form->q + 20, form->r, form->s + 20);
    else
        buf_printf(text, "b[i] = a[%d * i + %d]; %sa[%d * i + %d] = i; } }\n", form->r,
                   form->s + 20, condition, form->p, form->q + 20);
}

static void check_form(struct unit *unit, struct loop *loop, const struct form *form, size_t *wrong)
{
    CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
    loop->trace = walk_loop(unit, loop, false);
    struct dependences *dependences = depend(loop);
    const struct use *use = find_use(dependences, find_object(loop->trace, "a"));
    const char *expected = brute_force(form);
    bool fine = use && !strcmp(flags_of(use), expected);
    if (!fine && (*wrong)++ < 5)
        printf("\n(%d to %d by %d) a[%d*i+%d] %s a[%d*i+%d], parity %d: '%s' and not '%s'\n",
               form->first, form->last, form->step, form->p, form->q,
               form->writes_first ? "then" : "behind", form->r, form->s, form->parity, expected,
               use ? flags_of(use) : "?");
    CU_ASSERT_TRUE(fine);
    dependences_release(dependences);
    trace_close(loop->trace);
}

static void test_by_force(void)
{
    static const int headers[][3] = {{0, 8, 1}, {7, -1, -1}, {0, 12, 3}};
    enum { MOST = 700 };
    static struct form forms[MOST];
    size_t count = 0, wrong = 0;
    struct buf text = {0};
    buf_puts(&text, "int a[100], b[100];\n");
    for (size_t h = 0; h < COUNT(headers); h++)
        for (int bits = 0; bits < 3 * 4 * 4 * 2 * 3 * 2; bits++) {
            int rest = bits;
            struct form form = {headers[h][0], headers[h][1], headers[h][2], 0, 0, 0, 0, false, 2};
            form.writes_first = rest % 2, rest /= 2;
            form.parity = rest % 3, rest /= 3;
            form.q = rest % 2, rest /= 2;
            form.p = rest % 4 - 1, rest /= 4;
            form.r = rest % 4 - 1, rest /= 4;
            form.s = rest % 3 == 2 ? 3 : rest % 3;
            bool is_chosen = (bits + (int)h) % 3 == 0; /* a third of them, spread evenly */
            if (is_chosen && count < MOST) {
                forms[count] = form;
                add_form(&text, &form, count++);
            }
        }
    struct snippet s = snippet_open(buf_text(&text));
    CU_ASSERT_EQUAL_FATAL(s.loops.count, count);
    CU_ASSERT_TRUE(count > 500);
    for (size_t k = 0; k < count; k++)
        check_form(s.unit, s.loops.items[k], &forms[k], &wrong);
    snippet_close(&s);
    buf_release(&text);
}

/* Runs of inner loops: iteration i writes a[p*i .. p*i + n) and then reads a[r*i + s .. + m). */
static void test_runs_by_force(void)
{
    static const int factors[] = {0, 1, 2, 3}, lengths[] = {1, 2, 3};
    struct buf text = {0};
    static int runs[300][5];
    size_t count = 0, wrong = 0;
    buf_puts(&text, "int a[100], b[100];\n");
    for (size_t p = 0; p < COUNT(factors); p++)
        for (size_t r = 0; r < COUNT(factors); r++)
            for (size_t n = 0; n < COUNT(lengths); n++)
                for (size_t m = 0; m < COUNT(lengths); m++)
                    for (int s = 0; s < 2; s++) {
                        if ((p + r + n + m + (size_t)s) % 2)
                            continue;
                        int run[] = {factors[p], lengths[n], factors[r], s, lengths[m]};
                        memcpy(runs[count], run, sizeof run);
                        buf_printf(&text,
                                   "void f%zu(void) {\n#pragma ppar for\n"
                                   "for (int i = 0; i < 6; i++) {"
                                   " for (int k = 0; k < %d; k++) a[%d * i + k] = i;"
                                   " for (int k = %d; k < %d; k++) b[i] += a[%d * i + k]; } }\n",
                                   count++, run[1], run[0], run[3], run[3] + run[4], run[2]);
                    }
    struct snippet s = snippet_open(buf_text(&text));
    CU_ASSERT_EQUAL_FATAL(s.loops.count, count);
    for (size_t c = 0; c < count; c++) {
        const int *run = runs[c];
        struct use expected = {0};
        for (int early = 0; early < 6; early++)
            for (int late = early + 1; late < 6; late++)
                for (int at = 0; at < 40; at++) {
#define WRITES(i) (at >= run[0] * (i) && at < run[0] * (i) + run[1])
#define READS(i)  (at >= run[2] * (i) + run[3] && at < run[2] * (i) + run[3] + run[4])
                    expected.flow |= WRITES(early) && READS(late) && !WRITES(late);
                    expected.anti |= READS(early) && WRITES(late);
                    expected.output |= WRITES(early) && WRITES(late);
                }
        struct loop *loop = s.loops.items[c];
        CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
        loop->trace = walk_loop(s.unit, loop, false);
        struct dependences *dependences = depend(loop);
        const struct use *use = find_use(dependences, find_object(loop->trace, "a"));
        bool fine = use && !strcmp(flags_of(use), flags_of(&expected));
        if (!fine && wrong++ < 5)
            printf("\nwrites %d*i + [0, %d), reads %d*i + %d + [0, %d): '%s' and not '%s'\n",
                   run[0], run[1], run[2], run[3], run[4], flags_of(&expected),
                   use ? flags_of(use) : "?");
        CU_ASSERT_TRUE(fine);
        dependences_release(dependences);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    buf_release(&text);
}

/* Two loops that collapse: the first vector writes a[p*i + q*j + 30] and then, or before that,
 * reads a[r*i + s*j + t + 30]. */
struct nest_form {
    int i_header, j_header;
    int p, q, r, s, t;
    bool writes_first;
};

enum { MOST_PAIRS = 20 };

struct vector {
    int i, j;
};

static const struct nest_header {
    const char *text;
    int start, end, step;
} nest_headers[] = {
    {"0; %s < 4; %s++", 0, 4, 1}, {"3; %s >= 0; %s--", 3, -1, -1}, {"0; %s < 5; %s += 2", 0, 6, 2}};

static size_t nest_order(const struct nest_form *form, struct vector *order)
{
    const struct nest_header *a = &nest_headers[form->i_header];
    const struct nest_header *b = &nest_headers[form->j_header];
    size_t count = 0;
    for (int i = a->start; i != a->end; i += a->step)
        for (int j = b->start; j != b->end; j += b->step)
            order[count++] = (struct vector){i, j};
    return count;
}

static struct use nest_expected(const struct nest_form *form)
{
    struct use expected = {0};
    struct vector order[MOST_PAIRS];
    size_t count = nest_order(form, order);
#define WRITE(k) (form->p * order[k].i + form->q * order[k].j)
#define READ(k)  (form->r * order[k].i + form->s * order[k].j + form->t)
    for (size_t early = 0; early < count; early++)
        for (size_t late = early + 1; late < count; late++) {
            bool is_covered = form->writes_first && WRITE(late) == READ(late);
            expected.flow |= WRITE(early) == READ(late) && !is_covered;
            expected.anti |= READ(early) == WRITE(late);
            expected.output |= WRITE(early) == WRITE(late);
        }
#undef WRITE
#undef READ
    return expected;
}

static void add_nest(struct buf *text, struct arena *arena, const struct nest_form *form, size_t id)
{
    const char *write = arena_printf(arena, "a[%d * i + %d * j + 30] = i;", form->p, form->q);
    const char *read =
        arena_printf(arena, "b[i] = a[%d * i + %d * j + %d];", form->r, form->s, form->t + 30);
    const char *i = arena_printf(arena, nest_headers[form->i_header].text, "i", "i");
    const char *j = arena_printf(arena, nest_headers[form->j_header].text, "j", "j");
    buf_printf(text,
               "void f%zu(void) {\n#pragma ppar for collapse(2)\n"
               "for (int i = %s) for (int j = %s) { %s %s } }\n",
               id, i, j, form->writes_first ? write : read, form->writes_first ? read : write);
}

static void test_nests_by_force(void)
{
    enum { MOST = 400 };
    static const int factors[] = {-1, 0, 1, 4, 5};
    static struct nest_form forms[MOST];
    size_t count = 0, wrong = 0;
    struct arena *arena = arena_new();
    struct buf text = {0};
    buf_puts(&text, "int a[100], b[100];\n");
    for (unsigned bits = 0; count < MOST; bits++) {
        unsigned rest = bits * 2654435761u >> 8;
        struct nest_form form = {.i_header = rest % 3, .j_header = rest / 3 % 3};
        rest /= 9;
        form.p = factors[rest % 5], form.q = factors[rest / 5 % 5], rest /= 25;
        form.r = factors[rest % 5], form.s = factors[rest / 5 % 5], rest /= 25;
        form.t = (int)(rest % 5) - 2, form.writes_first = rest / 5 % 2;
        forms[count] = form;
        add_nest(&text, arena, &form, count++);
    }
    struct snippet s = snippet_open(buf_text(&text));
    CU_ASSERT_EQUAL_FATAL(s.loops.count, count);
    for (size_t c = 0; c < count; c++) {
        struct use expected = nest_expected(&forms[c]);
        struct loop *loop = s.loops.items[c];
        CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
        loop->trace = walk_loop(s.unit, loop, false);
        struct dependences *dependences = depend(loop);
        const struct use *use = find_use(dependences, find_object(loop->trace, "a"));
        bool fine = use && !strcmp(flags_of(use), flags_of(&expected));
        if (!fine && wrong++ < 5)
            printf("\nnest %d %d: writes %d*i + %d*j, %s reads %d*i + %d*j + %d: '%s', not '%s'\n",
                   forms[c].i_header, forms[c].j_header, forms[c].p, forms[c].q,
                   forms[c].writes_first ? "then" : "but first", forms[c].r, forms[c].s, forms[c].t,
                   flags_of(&expected), use ? flags_of(use) : "?");
        CU_ASSERT_TRUE(fine);
        dependences_release(dependences);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    buf_release(&text);
    arena_free(arena);
}

static const struct named_test tests[] = {
    {"subscripts", test_subscripts},         {"scratch", test_scratch},
    {"dimensions", test_dimensions},         {"by force", test_by_force},
    {"runs by force", test_runs_by_force},   {"collapsed", test_collapsed},
    {"nests by force", test_nests_by_force},
};

int main(void)
{
    return run_suite("depend", tests, COUNT(tests));
}
