/*
 * What is said of collisions: by hand, and for many small loops of one form, for which the test
 * itself finds every read that an earlier iteration's write reaches, and the least pair of
 * iterations.
 */
#include "snippet_loop.h"

#include <stdlib.h>

/* ---- what was found, as text -------------------------------------------------------------- */

/* "14: 0 1 a[1] (a note) ...": where a reason stands in the text of the loop, and its witness. */
static const char *reason_text(struct arena *arena, const struct reason *reason, unsigned start)
{
    const char *text = arena_printf(arena, "%d", (int)(reason->place.offset - start));
    const struct witness *witness = &reason->witness;
    if (!witness->is_concrete)
        return arena_printf(arena, "%s: %s", text, diag_id_text(reason->id));
    text = arena_printf(arena, "%s: %d %d %s", text, (int)witness->first[0],
                        (int)witness->second[0], witness->location);
    if (witness->written_outside)
        text = arena_printf(arena, "%s (writes: %s)", text, witness->written_outside);
    if (witness->read_outside)
        text = arena_printf(arena, "%s (reads: %s)", text, witness->read_outside);
    return text;
}

/* The reasons that the dependence test adds for LOOP, a for statement. */
static const char *reasons_of(struct arena *arena, const char *loop_text)
{
    const char *text = arena_printf(
        arena,
        "static struct { int v[3], next; } s[50];\n"
        "static int a[300], m[20][4], c[9][5][3], x, y, n, k[50];\n"
        "void f(int w, int (*restrict r)[4], int *restrict p) {\n#pragma ppar for\n%s }",
        loop_text);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    const char *found = "";
    if (loop) {
        struct dependences *dependences = depend(loop);
        for (size_t k = 0; k < loop->reasons.count; k++)
            found =
                arena_printf(arena, "%s%s%s", found, k ? "; " : "",
                             reason_text(arena, &loop->reasons.items[k], loop->stmt->place.offset));
        dependences_release(dependences);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    return found;
}

/* ---- by hand ------------------------------------------------------------------------------ */

#define UP   "for(int i=0;i<9;i++)"
#define DOWN "for(int i=9;i>0;i--)"

static void test_by_hand(void)
{
    static const struct {
        const char *loop, *reasons;
    } cases[] = {
        {UP "a[i]=k[i];", ""},
        {UP "a[i+1]=a[i];", "27: 0 1 a[1]"},
        {DOWN "a[i]=a[i+2];", "25: 3 1 a[3]"},
        {UP "a[i+1]=a[i]+a[i-1];", "27: 0 1 a[1]; 32: 0 2 a[1]"},
        {UP "{a[i+1]=1;a[i+2]=a[i];}", "37: 0 1 a[1]"}, /* the least of two writes */
        {UP "{k[i]=x+y;x=i;y=i;}", "26: 0 1 x; 28: 0 1 y"},
        {UP "{k[i]=x;x=i;k[i+20]=x;}", "26: 0 1 x"},
        {UP "a[i+w]=a[i];", ""}, /* a guard */
        {UP "a[i*i]=a[i+1];", "20: unknown-address"},
        {UP "a[i+1]=a[i*i];", "27: unknown-address"},
        /* rows */
        {UP "for(int j=0;j<4;j++)m[i][j]=2*m[i][j];", ""},
        {UP "for(int j=0;j<5;j++)m[i][j]=2*m[i][j];",
         "40: 0 1 m[1][0] (writes: m[0][4] is beyond the end of m[0])"},
        {UP "{m[i+2][1]=1;k[i]=m[i][5];}",
         "38: 0 1 m[2][1] (reads: m[1][5] is beyond the end of m[1])"},
        {UP "for(int j=0;j<8;j++)m[i][j]=m[i][0];",
         "48: 0 1 m[1][0] (writes: m[0][4] is beyond the "
         "end of m[0])"},
        {UP "for(int h=0;h<9;h++)for(int j=0;j<5;j++)m[h][j]=2*m[h][j];", "60: 0 1 m[0][0]"},
        {UP "r[i+2][-4]=2*r[i][0];",
         "33: 0 1 r[1][0] (writes: r[2][-4] is before the start of r[2])"},
        {UP "c[i][5][2]=2*c[i][0][2];",
         "33: 0 1 c[1][0][2] (writes: c[0][5][2] is beyond the end of c[0])"},
        {UP "{s[i+1].v[3]=1;k[i]=s[i].next;}",
         "40: 0 1 s[1].next (writes: s[1].v[3] is beyond the end of s[1].v)"},
        {UP "p[i+1]=2*p[i];", "29: 0 1 p[1]"},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        check_text(cases[k].loop, reasons_of(arena, cases[k].loop), cases[k].reasons);
        arena_free(arena);
    }
}

/* ---- against running the subscripts ------------------------------------------------------- */

enum { TRIPS = 12, READS = 3, WRITES = 2, BASE = 100 };

/* { a[w0] = a[r0] + a[r1]; a[w1] = a[r2]; }, with subscripts BASE + factor * i + shift */
struct line {
    int factor, shift;
};

struct body {
    struct line reads[READS], writes[WRITES];
};

static int at(const struct line *line, int i)
{
    return BASE + line->factor * i + line->shift;
}

static const char *line_text(struct arena *arena, const struct line *line)
{
    return arena_printf(arena, "a[%d + %d * i]", BASE + line->shift, line->factor);
}

/* Whether iteration J reads by READ what was there before it. */
static bool is_exposed(const struct body *body, int read, int j)
{
    return read < 2 || at(&body->writes[0], j) != at(&body->reads[read], j);
}

static bool find_least(const struct body *body, int read, int *first, int *second)
{
    for (int i = 0; i < TRIPS; i++)
        for (int j = i + 1; j < TRIPS; j++)
            for (int write = 0; write < WRITES; write++)
                if (at(&body->writes[write], i) == at(&body->reads[read], j) &&
                    is_exposed(body, read, j)) {
                    *first = i;
                    *second = j;
                    return true;
                }
    return false;
}

static struct line random_line(unsigned *state)
{
    return (struct line){rand_r(state) % 5 - 1, rand_r(state) % 9 - 4};
}

static void check_body(const struct body *body)
{
    struct arena *arena = arena_new();
    const char *texts[READS], *loop = "for (int i = 0; i < 12; i++) { ", *expected = "";
    loop = arena_printf(arena, "%s%s = ", loop, line_text(arena, &body->writes[0]));
    for (int read = 0; read < READS; read++) {
        int first, second;
        texts[read] = line_text(arena, &body->reads[read]);
        if (read == 2)
            loop = arena_printf(arena, "%s; %s = ", loop, line_text(arena, &body->writes[1]));
        if (find_least(body, read, &first, &second))
            expected =
                arena_printf(arena, "%s%s%d: %d %d a[%d]", expected, *expected ? "; " : "",
                             (int)strlen(loop), first, second, at(&body->reads[read], second));
        loop = arena_printf(arena, "%s%s%s", loop, texts[read], read == 0 ? " + " : "");
    }
    loop = arena_printf(arena, "%s; }", loop);
    check_text(loop, reasons_of(arena, loop), expected);
    arena_free(arena);
}

/* Updates of one element of the array would be reductions. */
static bool is_plain(const struct body *body)
{
    for (int write = 0; write < WRITES; write++)
        for (int read = 0; read < READS; read++)
            if (body->writes[write].factor == body->reads[read].factor &&
                body->writes[write].shift == body->reads[read].shift)
                return false;
    return true;
}

static void test_against_runs(void)
{
    unsigned state = 5;
    for (int round = 0; round < 150; round++) {
        struct body body;
        do {
            for (int k = 0; k < READS; k++)
                body.reads[k] = random_line(&state);
            for (int k = 0; k < WRITES; k++)
                body.writes[k] = random_line(&state);
        } while (!is_plain(&body));
        check_body(&body);
    }
}

int main(void)
{
    static const struct named_test tests[] = {
        {"by hand", test_by_hand},
        {"against runs", test_against_runs},
    };
    return run_suite("collisions", tests, COUNT(tests));
}
