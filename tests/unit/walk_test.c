/*
 * The trace of one iteration, as --dump=depend prints it: each case is a loop's body, and the lines
 * that it must leave, without their places. Unknown values are printed as '?' without number.
 */
#include "analysis/dump_trace.h"
#include "snippet_loop.h"

#include <stdlib.h>

#define PRELUDE                                                                                    \
    "#include <stdio.h>\n#include <string.h>\n"                                                    \
    "struct s { int k; double d; int v[4]; };\n"                                                   \
    "int a[100], b[100], x, y, n, m[10][20]; unsigned char bytes[9];\n"                            \
    "struct s s, t[100]; int *p; char text[16]; struct { unsigned f : 3, g : 7; } w;\n"            \
    "static void put(int *q, int v) { *q = v; }\n"                                                 \
    "static int get(const int *q) { return q[1]; }\n"                                              \
    "static void maybe(int *q, int v) { if (v < 0) return; *q = v; }\n"                            \
    "static int deep(int k) { return k ? deep(k - 1) + x : 0; }\n"                                 \
    "static void fill(int *q, int c) { for (int k = 0; k < c; k++) q[k] = k; }\n"                  \
    "static int *where(int k) { return &a[k]; }\n"

struct walk_case {
    const char *body, *lines;
};

/* Takes the place off each line, and the number off each '?'. */
static const char *tidied(struct arena *arena, const char *dump)
{
    char *text = arena_alloc(arena, strlen(dump) + 1), *out = text;
    for (bool at_start = true; *dump; dump++) {
        if (at_start) {
            dump = strchr(dump, ':') + 1;
            dump = strchr(dump, ' ') + 1;
        }
        at_start = *dump == '\n';
        *out++ = *dump;
        if (*dump == '?')
            dump += strspn(dump + 1, "0123456789");
    }
    return text;
}

static void check_case(const struct walk_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(arena,
                                    PRELUDE "void f(int *q0, int c0) {\n#pragma ppar for\n"
                                            "for (int i = 0; i < 100; i++) { %s } }",
                                    c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        char *dump = NULL;
        size_t length;
        FILE *stream = open_memstream(&dump, &length);
        dump_trace(stream, loop->trace);
        fclose(stream);
        check_text(c->body, tidied(arena, dump), c->lines);
        free(dump);
        trace_close(loop->trace);
    }
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct walk_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_places(void)
{
    static const struct walk_case cases[] = {
        {"a[i] = b[i];", "read b[4*i : 4]\nwrite a[4*i : 4]\n"},
        {"a[2 * i + 3] = 7;", "write a[8*i + 12 : 4]\n"},
        {"a[99 - i] = 7;", "write a[-4*i + 396 : 4]\n"},
        {"m[i / 10][3] = 1;", "write m[80*(1*i) / 10 + 12 : 4]\n"},
        {"t[i].d = t[i].v[2];", "read t[32*i + 24 : 4]\nwrite t[32*i + 8 : 8]\n"},
        {"s = t[i];", "read t[32*i : 32]\nwrite s[0 : 32]\n"},
        {"a[n] = 1;", "read n[0 : 4]\nwrite a[4*n : 4]\n"},
        {"a[n * i + x] = 1;", "read n[0 : 4]\nread x[0 : 4]\nwrite a[4*i*n + 4*x : 4]\n"},
        {"x = i; a[x] = 1;", "write x[0 : 4]\nread x[0 : 4] covered\nwrite a[4*i : 4]\n"},
        {"x = n + 1; a[x - n] = 1;",
         "read n[0 : 4]\nwrite x[0 : 4]\nread x[0 : 4] covered\nread n[0 : 4]\nwrite a[4 : 4]\n"},
        {"n = i; a[n] = 1; n = 3; a[n] = 2;",
         "write n[0 : 4]\nread n[0 : 4] covered\nwrite a[4*i : 4]\nwrite n[0 : 4]\n"
         "read n[0 : 4] covered\nwrite a[12 : 4]\n"},
        {"a[b[i]] = 1;", "read b[4*i : 4]\nwrite a[4*b{4*i} : 4]\n"},
        {"w.f = i;", "read w[0 : 1]\nwrite w[0 : 1]\n"},
        {"w.g = i;", "read w[0 : 2]\nwrite w[0 : 2]\n"}, /* bits 3 to 9 */
        {"int l[4]; l[0] = i; a[i] = l[0];", "write a[4*i : 4]\n"},
        {"struct s l = t[i]; a[i] = l.k;", "read t[32*i : 32]\nwrite a[4*i : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_operators(void)
{
    static const struct walk_case cases[] = {
        {"a[i / 2] = 1;", "write a[4*(1*i) / 2 : 4]\n"},
        {"a[i % 8] = 1;", "write a[4*(1*i) % 8 : 4]\n"},
        {"a[i & 7] = 1;", "write a[4*(1*i) mod 8 : 4]\n"},
        {"a[7 & i] = 1;", "write a[4*(1*i) mod 8 : 4]\n"},
        {"a[i & 6] = 1;", "write a[4*? : 4]\n"},
        {"a[i >> 1] = 1;", "write a[4*(1*i) // 2 : 4]\n"},
        {"a[i << 1] = 1;", "write a[8*i : 4]\n"},
        {"a[i / n] = 1;", "read n[0 : 4]\nwrite a[4*? : 4]\n"},
        {"a[-i + 99] = 1;", "write a[-4*i + 396 : 4]\n"},
        {"a[~i + 100] = 1;", "write a[-4*i + 396 : 4]\n"}, /* -1 - i + 100 */
        {"a[i ^ 1] = 1;", "write a[4*? : 4]\n"},
        {"a[(i + 1) * (i + 1)] = 1;", "write a[4*i*i + 8*i + 4 : 4]\n"},
        {"a[7 / 2 * 10 + -7 % 4] = 1;", "write a[108 : 4]\n"}, /* 30 - 3 */
        {"a[(unsigned char)(i + 100)] = 1;", "write a[4*i + 400 : 4]\n"},
        {"a[(unsigned char)(i + 200)] = 1;", "write a[4*(unsigned char)(1*i + 200) : 4]\n"},
        {"a[(signed char)(i + 29)] = 1;", "write a[4*(signed char)(1*i + 29) : 4]\n"},
        {"a[(signed char)(i + 28)] = 1;", "write a[4*i + 112 : 4]\n"}, /* at most 127 */
        {"unsigned u = i; a[u - 1] = 1;", "write a[4*(unsigned int)(1*i + -1) : 4]\n"},
        {"unsigned u = i; a[u + 1] = 1;", "write a[4*i + 4 : 4]\n"},
        {"bytes[0] = i; a[bytes[0]] = 1;",
         "write bytes[0 : 1]\nread bytes[0 : 1]\nwrite a[4*? : 4]\n"},
        {"int k = sizeof(struct s); a[k] = 1;", "write a[128 : 4]\n"},
        {"a[!i] = 1;", "write a[4*(1*i==0 ? 1 : 0) : 4]\n"},
        {"a[i > 3] = 1;", "write a[4*(1*i>3 ? 1 : 0) : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_updates(void)
{
    static const struct walk_case cases[] = {
        {"x += a[i];", "read a[4*i : 4]\nupdate  x[0 : 4]\nupdate  x[0 : 4]\n"},
        {"x = x + a[i];", "read a[4*i : 4]\nupdate  x[0 : 4]\nupdate  x[0 : 4]\n"},
        {"x++;", "update  x[0 : 4]\nupdate  x[0 : 4]\n"},
        {"y = x++;", "read x[0 : 4]\nwrite x[0 : 4]\nwrite y[0 : 4]\n"},
        {"y = x += 2;", "read x[0 : 4]\nwrite x[0 : 4]\nwrite y[0 : 4]\n"},
        {"x += x;", "read x[0 : 4]\nupdate  x[0 : 4]\nupdate  x[0 : 4]\n"},
        {"a[i] += b[i];", "read b[4*i : 4]\nupdate  a[4*i : 4]\nupdate  a[4*i : 4]\n"},
        {"if (b[i] > x) x = b[i];", "read b[4*i : 4]\nupdate  x[0 : 4]\nupdate  x[0 : 4] if ?\n"},
        {"int l = 0; l += a[i]; b[i] = l;", "read a[4*i : 4]\nwrite b[4*i : 4]\n"},
        {"w.f++;", "read w[0 : 1]\nread w[0 : 1]\nwrite w[0 : 1]\n"},
        {"x = (signed char)(x + 1);", "read x[0 : 4]\nwrite x[0 : 4]\n"},
        {"x = i; x = (unsigned char)(x + 250); a[x] = 1;",
         "write x[0 : 4]\nread x[0 : 4] covered\nwrite x[0 : 4]\nread x[0 : 4] covered\n"
         "write a[4*(unsigned char)(1*i + 250) : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_conditions(void)
{
    static const struct walk_case cases[] = {
        {"if (i > 5) a[i] = 1;", "write a[4*i : 4] if 1*i > 5\n"},
        {"if (i > 5) ; else a[i] = 1;", "write a[4*i : 4] if 1*i <= 5\n"},
        {"if (!(i > 5)) a[i] = 1;", "write a[4*i : 4] if 1*i <= 5\n"},
        {"if (n) a[i] = 1; else b[i] = 1;",
         "read n[0 : 4]\nwrite a[4*i : 4] if 1*n != 0\nwrite b[4*i : 4] if 1*n == 0\n"},
        {"if (b[i] > 0) a[i] = 1;", "read b[4*i : 4]\nwrite a[4*i : 4] if 1*b{4*i} > 0\n"},
        {"if (i > 2 && i < 9) a[i] = 1;", "write a[4*i : 4] if 1*i > 2 if 1*i < 9\n"},
        {"if (i < 2 || i > 9) a[i] = 1; else b[i] = 1;",
         "write a[4*i : 4] if ?\nwrite b[4*i : 4] if 1*i >= 2 if 1*i <= 9\n"},
        {"if (i > 2 && x) a[i] = 1;",
         "read x[0 : 4] if 1*i > 2\nwrite a[4*i : 4] if 1*i > 2 if 1*x != 0\n"},
        {"if (s.d > 0.5) a[i] = 1;", "read s[8 : 8]\nwrite a[4*i : 4] if ?\n"},
        {"if (1) a[i] = 1; else b[i] = 1;", "write a[4*i : 4]\n"},
        {"if (!1 || n == n + 1 && n) a[i] = 1; else b[i] = 1;",
         "read n[0 : 4]\nread n[0 : 4]\nread n[0 : 4] if 0 != 0\nwrite b[4*i : 4]\n"},
        {"int f = 0; for (int k = 0; k < 3; k++) { if (f) b[k] = 1; f = 1; }",
         "write b[4*k : 4] for k = 0 .. 3 by 1 if 1*? != 0\n"},
        {"switch (i) { if (0) { case 3: a[i] = 1; } }", "write a[4*i : 4] if ?\n"},
        {"if (i < i + 1) a[i] = 1; else b[i] = 1;", "write a[4*i : 4]\n"},
        {"if (i == 3) continue; a[i] = 1;", "write a[4*i : 4] if 1*i != 3\n"},
        {"if (i == 3) { b[i] = 1; continue; } a[i] = 1;",
         "write b[4*i : 4] if 1*i == 3\nwrite a[4*i : 4] if 1*i != 3\n"},
        {"a[i] = n ? b[i] : x;",
         "read n[0 : 4]\nread b[4*i : 4] if 1*n != 0\nread x[0 : 4] if 1*n == 0\n"
         "write a[4*i : 4]\n"},
        {"x = n ? i : 3; a[x] = 1;", "read n[0 : 4]\nwrite x[0 : 4]\nread x[0 : 4] covered\n"
                                     "write a[4*(1*n!=0 ? 1*i : 3) : 4]\n"},
        {"if (n) x = i; a[i] = x;",
         "read n[0 : 4]\nwrite x[0 : 4] if 1*n != 0\nread x[0 : 4]\nwrite a[4*i : 4]\n"},
        {"if (n) x = i; else x = 2; a[i] = x;",
         "read n[0 : 4]\nwrite x[0 : 4] if 1*n != 0\nwrite x[0 : 4] if 1*n == 0\n"
         "read x[0 : 4] covered\nwrite a[4*i : 4]\n"},
        {"switch (n) { case 1: a[i] = 1; break; default: b[i] = 1; }",
         "read n[0 : 4]\nwrite a[4*i : 4] if ?\nwrite b[4*i : 4] if ?\n"},
        {"n && (a[i] = 1);", "read n[0 : 4]\nwrite a[4*i : 4] if 1*n != 0\n"},
        {"n || (a[i] = 1);", "read n[0 : 4]\nwrite a[4*i : 4] if 1*n == 0\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_loops(void)
{
    static const struct walk_case cases[] = {
        {"for (int k = 0; k < 20; k++) m[0][k] = k;", "write m[4*k : 4] for k = 0 .. 20 by 1\n"},
        {"for (int k = 19; k >= 0; k--) m[0][k] = k;", "write m[4*k : 4] for k = 19 .. -1 by -1\n"},
        {"for (int k = 0; k <= i; k += 2) b[k] = 1;",
         "write b[4*k : 4] for k = 0 .. 1*i + 1 by 2\n"},
        {"for (int k = 0; k < n; k++) a[k] = 1;",
         "read n[0 : 4]\nread n[0 : 4] for k = 0 .. 1*n by 1\n"
         "write a[4*k : 4] for k = 0 .. 1*n by 1\n"},
        {"for (int j = 0; j < 10; j++) for (int k = j; k < 20; k++) m[j][k] = i;",
         "write m[80*j + 4*k : 4] for j = 0 .. 10 by 1 for k = 1*j .. 20 by 1\n"},
        {"for (int k = 0; k < 5; k++) if (k != i) a[k] = 1;",
         "write a[4*k : 4] for k = 0 .. 5 by 1 if 1*k != 1*i\n"},
        {"for (int k = 0; k < 5; k++) { if (b[k]) break; a[k] = 1; }",
         "read b[4*k : 4] for some k = 0 .. 5 by 1\n"
         "write a[4*k : 4] for some k = 0 .. 5 by 1 if 1*b{4*k} == 0\n"},
        {"for (int k = 0; k < 5; k++) { if (k == 2) continue; a[k] = 1; }",
         "write a[4*k : 4] for k = 0 .. 5 by 1 if 1*k != 2\n"},
        {"int k = 0; while (k < 5) { a[k] = 1; k++; }",
         "write a[4*# : 4] for some  = ? .. ? by 0 if 1*# < 5\n"},
        {"int k = 0; do a[k] = 1; while (++k < 5);", "write a[4*# : 4] for some  = ? .. ? by 0\n"},
        {"for (int k = 0; k < 9; k++) { a[k] = 1; k++; }", /* changes its own counter */
         "write a[8*# : 4] for some  = ? .. ? by 0 if 2*# < 9\n"},
        {"int c = 9; for (int k = 0; k < c; k++) { a[k] = 1; c--; }", /* and its bound */
         "write a[4*# : 4] for some  = ? .. ? by 0 if 1*# < -1*# + 9\n"},
        {"for (unsigned char k = 0; k < 300u; k++) a[k] = 1;", /* wraps round */
         "write a[4*k : 4] for some k = ? .. ? by 1\n"},
        {"int k = 3; for (int j = 0; j < 5; j++) a[k] = 1; a[k] = 2;",
         "write a[12 : 4] for j = 0 .. 5 by 1\nwrite a[12 : 4]\n"},
        {"int k = 3; for (int j = 0; j < 5; j++) k = j; a[k] = 2;", "write a[4*? : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

/* What a loop changes by the same amount in each iteration, and what only looks so. */
static void test_induction(void)
{
    static const struct walk_case cases[] = {
        {"int k = i; for (int j = 0; j < 5; j++) { a[k] = 1; k += 2; } a[k] = 2;",
         "write a[4*i + 8*j : 4] for j = 0 .. 5 by 1\nwrite a[4*i + 40 : 4]\n"},
        {"int k = 9; for (int j = 4; j >= 0; j--) a[k--] = 1; a[k] = 2;",
         "write a[4*j + 20 : 4] for j = 4 .. -1 by -1\nwrite a[16 : 4]\n"},
        {"int k = 0; for (int j = 1; j < 12; j += 5) a[k++] = 1; a[k] = 2;",
         "write a[4*(1*j + -1) / 5 : 4] for j = 1 .. 12 by 5\nwrite a[12 : 4]\n"},
        {"int k = 0; for (int j = 0; j < 10; j += 5) a[k += 10] = 1; a[k] = 2;",
         "write a[8*j + 40 : 4] for j = 0 .. 10 by 5\nwrite a[80 : 4]\n"},
        {"int k = 0; for (int j = 0; j < 4; j++) for (int l = 0; l < 5; l++) a[k++] = 1;",
         "write a[20*j + 4*l : 4] for j = 0 .. 4 by 1 for l = 0 .. 5 by 1\n"},
        {"int k; for (k = 0; k < 5; k++) a[k] = 1; a[k] = 2;",
         "write a[4*k : 4] for k = 0 .. 5 by 1\nwrite a[20 : 4]\n"},
        {"int k = 0; for (int j = 0; j < 5; j++) { if (j & 1) continue; k++; } a[k] = 1;",
         "write a[4*? : 4]\n"},
        {"int k = 0; for (int j = 0; j < 5; j++) { if (j == 3) break; k++; } a[k] = 1;",
         "write a[4*? : 4]\n"},
        {"int k = 0; for (int j = 0; j < 5; j++) { a[k] = 1; k += j; }",
         "write a[4*? : 4] for j = 0 .. 5 by 1\n"},
        {"int k = 0; for (int j = 0; j < 5; j++) { a[k] = 1; k = 1; }",
         "write a[4*? : 4] for j = 0 .. 5 by 1\n"},
        {"int k = 0; for (int j = 0; j < 5; j++) { a[k] = 1; k = k ? k + 1 : 1; }",
         "write a[4*? : 4] for j = 0 .. 5 by 1\n"},
        {"int k = 0, l = 1; for (int j = 0; j < 5; j++) { a[k] = 1; k += l; l = -l; }",
         "write a[4*? : 4] for j = 0 .. 5 by 1\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_pointers(void)
{
    static const struct walk_case cases[] = {
        {"int *q = a + i; *q = 1; q[1] = 2; q++; *q = 3;",
         "write a[4*i : 4]\nwrite a[4*i + 4 : 4]\nwrite a[4*i + 4 : 4]\n"},
        {"p[i] = 1;", "read p[0 : 8]\nwrite p[4*i : 4]\n"},
        {"p = a; p[i] = 1;", "write p[0 : 8]\nread p[0 : 8] covered\nwrite a[4*i : 4]\n"},
        {"struct s *q = &t[i]; q->v[3] = q->k;", "read t[32*i : 4]\nwrite t[32*i + 28 : 4]\n"},
        {"int (*q)[20] = m; q[2][i % 20] = 1;", "write m[4*(1*i) % 20 + 160 : 4]\n"},
        {"char *q = (char *)a; q[i] = 1;", "write a[1*i : 1]\n"},
        {"int *q = &a[i]; q -= 2; 1[q] = 1;", "write a[4*i + -4 : 4]\n"},
        {"int *q = n ? a : b; q[i] = 1;",
         "read n[0 : 4]\nwrite memory behind a loaded pointer[? : 4]\n"},
        {"int *q = n ? a : a + 1; q[i] = 1;",
         "read n[0 : 4]\nwrite a[4*i + 1*(1*n!=0 ? 0 : 4) : 4]\n"},
        {"int *q = n ? a : 0; q[i] = 1;", "read n[0 : 4]\nwrite a[4*i : 4]\n"},
        {"int l, *q = &l; *q = 1; a[i] = l;", "write a[4*i : 4]\n"},
        /* whose address is taken may hold a pointer of another type, even to itself */
        {"int **q = &p; (*q)[i] = 1;", "read p[0 : 8]\nwrite p[4*i : 4]\n"},
        {"int *q = a; for (int k = 0; k < 5; k++) *q++ = 1;",
         "write a[4*k : 4] for k = 0 .. 5 by 1\n"},
        {"int *q = a; for (int k = 0; k < 5; k++) { *q = 1; q = k == 2 ? b : q + 1; }",
         "write memory that is not known[? : 4] for k = 0 .. 5 by 1\n"},
        {"q0[i] = 1;", "read q0[0 : 8]\nwrite q0[4*i : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_calls(void)
{
    static const struct walk_case cases[] = {
        {"put(&a[i], 3);", "write a[4*i : 4]\n"},
        {"a[i] = get(b + i);", "read b[4*i + 4 : 4]\nwrite a[4*i : 4]\n"},
        {"maybe(&a[i], b[i]);", "read b[4*i : 4]\nwrite a[4*i : 4] if 1*b{4*i} >= 0\n"},
        {"maybe(&a[i], 1);", "write a[4*i : 4]\n"},
        {"fill(&a[i], 4);", "write a[4*i + 4*k : 4] for k = 0 .. 4 by 1\n"},
        {"fill(a, i);", "write a[4*k : 4] for k = 0 .. 1*i by 1\n"},
        {"*where(i) = 1;", "write a[4*i : 4]\n"},
        {"a[i] = deep(i);",
         "may read x[? : ?] if 1*i != 0\nread x[0 : 4] if 1*i != 0\nwrite a[4*i : 4]\n"},
        {"for (int k = 0; k < 5; k++) put(&a[k], k);", "write a[4*k : 4] for k = 0 .. 5 by 1\n"},
        {"put(&x, i); a[x] = 1;", "write x[0 : 4]\nread x[0 : 4] covered\nwrite a[4*i : 4]\n"},
        {"put(n ? &a[i] : &b[i], 1);",
         "read n[0 : 4]\nwrite memory behind a loaded pointer[? : 4]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_library(void)
{
    static const struct walk_case cases[] = {
        {"memset(m[2], 0, sizeof m[2]);", "write m[160 : 80]\n"},
        {"memcpy(&a[i], b, 8);", "may read b[0 : 8]\nwrite a[4*i : 8]\n"},
        {"memcpy(a, &t[i], sizeof t[i]);", "may read t[32*i : 32]\nwrite a[0 : 32]\n"},
        {"memset(a, 0, n);", "read n[0 : 4]\nwrite a[0 : 1*(unsigned long)(1*n)]\n"},
        {"strcpy(text, \"abc\");", "write string text[0 : 16]\n"},
        {"strcpy(text, \"abc\"); x = strlen(text);",
         "write string text[0 : 16]\nmay read string text[0 : 16] covered\nwrite x[0 : 4]\n"},
        {"x = strlen(text);", "may read string text[0 : 16]\nwrite x[0 : 4]\n"},
        {"strcpy(text, \"abc\"); x = text[0];",
         "write string text[0 : 16]\nread text[0 : 1] covered\nwrite x[0 : 4]\n"},
        {"strcpy(text, \"abc\"); x = text[1];", /* the string may be shorter */
         "write string text[0 : 16]\nread text[1 : 1]\nwrite x[0 : 4]\n"},
        {"strcpy(text + 2, \"abc\"); x = text[1];",
         "write string text[2 : 14]\nread text[1 : 1]\nwrite x[0 : 4]\n"},
        {"*strchr(text, 'x') = 0;", "may read string text[0 : 16]\nwrite text[1*? : 1]\n"},
    };
    check_cases(cases, COUNT(cases));
}

static const struct named_test tests[] = {
    {"places", test_places},         {"operators", test_operators}, {"updates", test_updates},
    {"conditions", test_conditions}, {"loops", test_loops},         {"pointers", test_pointers},
    {"induction", test_induction},   {"calls", test_calls},         {"library", test_library},
};

int main(void)
{
    return run_suite("walk", tests, COUNT(tests));
}
