/*
 * The frontend: what C becomes, where it stands, what clauses mean, and what is refused. Tables of
 * snippets; an expression or statement is compared by its dump.
 */
#include "buf.h"
#include "dump_unit.h"
#include "frontend/frontend.h"
#include "pragma/parse.h"

#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>

/* ---- one file through the frontend -------------------------------------------------------- */

struct run {
    struct arena *arena;
    struct diags diags;
    struct pragmas pragmas;
    struct unit *unit;
    const char *text;
};

static const char *const default_args[] = {"-Wno-error=implicit-function-declaration",
                                           "-Wno-error=implicit-int",
                                           "-Wno-error=int-conversion",
                                           "-Wno-error=incompatible-function-pointer-types",
                                           "-DCOUNT=100u",
                                           "-D",
                                           "TERMS=1+2"};

static struct run run_bytes(const char *text, size_t length, struct frontend_options options)
{
    struct run run = {.arena = arena_new(), .text = text};
    diags_init(&run.diags, run.arena);
    struct frontend *frontend =
        frontend_open(run.arena, "test.c", text, length, &options, &run.diags);
    if (!frontend)
        return run;
    frontend_scan(frontend, &run.pragmas, &run.diags);
    for (size_t i = 0; i < run.pragmas.list.count; i++)
        pragma_parse(run.pragmas.list.items[i], run.arena, &run.diags);
    run.unit = frontend_model(frontend, &run.pragmas, &run.diags);
    frontend_close(frontend);
    return run;
}

static struct run run_text(const char *text)
{
    struct frontend_options options = {.args = default_args, .arg_count = 7, .contracts = true};
    return run_bytes(text, strlen(text), options);
}

static void run_end(struct run *run)
{
    arena_free(run->arena);
}

static struct function *find_function(const struct run *run, const char *name)
{
    for (size_t i = 0; run->unit && i < run->unit->functions.count; i++)
        if (!strcmp(run->unit->functions.items[i]->name, name))
            return run->unit->functions.items[i];
    return NULL;
}

static struct var *find_global(const struct run *run, const char *name)
{
    for (size_t i = 0; run->unit && i < run->unit->globals.count; i++)
        if (!strcmp(run->unit->globals.items[i]->name, name))
            return run->unit->globals.items[i];
    return NULL;
}

static struct stmt *nth_stmt(const struct run *run, const char *name, size_t index)
{
    struct function *function = find_function(run, name);
    if (!function || !function->body || index >= function->body->stmts.count)
        return NULL;
    return function->body->stmts.items[index];
}

/* Compares, and shows both when they differ. */
static void check_text(const char *what, const char *actual, const char *expected)
{
    bool is_same = !strcmp(actual, expected);
    CU_ASSERT(is_same);
    if (!is_same)
        fprintf(stderr, "\n%s\n  expected: %s\n  actual:   %s\n", what, expected, actual);
}

static void check_true(const char *what, bool condition)
{
    CU_ASSERT(condition);
    if (!condition)
        fprintf(stderr, "\nfailed: %s\n", what);
}

static void check_expr(const char *what, const struct expr *expr, const char *expected)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    if (expr)
        dump_expr(stream, expr);
    fclose(stream);
    check_text(what, text, expected);
    free(text);
}

/* ---- expressions -------------------------------------------------------------------------- */

static const char prelude[] =
    "#include <stddef.h>\n#include <stdarg.h>\n"
    "#define N 100\n#define SUM (x + y)\n#define OPEN x + y\n#define ID(v) (v)\n"
    "#define HALF(v) (v) + 1\n#define NAME x\n#define CHAIN N\n#define NOTHING\n"
    "struct in { int u; };\n"
    "struct s { int a; union { int b; float c; }; struct { struct { int deep; }; };\n"
    "  int bits : 3; double v[4]; struct s *next; struct in inner; };\n"
    "enum e { RED = 7, BLUE = -2 };\n"
    "int x, y, *p, arr[10], mat[3][4]; unsigned u; long l; short h; char c; float fl; double d;\n"
    "unsigned long long ull; _Bool flag; struct s s, *ps; const char *str; va_list ap;\n"
    "int (*fp)(int); _Atomic int at; double _Complex z;\n"
    "typedef int v4 __attribute__((vector_size(16))); v4 vec;\n"
    "int g(int); void vo(void); int sum(int n, ...);\n";

struct expr_case {
    const char *source, *expected;
};

static const struct expr_case expr_cases[] = {
    {"x = 42", "(x = 42)"},
    {"x = 0x10", "(x = 16)"},
    {"x = 'A'", "(x = 65)"},
    {"x = '\\n'", "(x = 10)"},
    {"ull = 18446744073709551615ULL", "(ull = -1)"},
    {"x = N", "(x = 100)"},
    {"x = RED + BLUE", "(x = (7 + -2))"},
    {"d = 1.5", "(d = 1.5)"},
    {"d = 1.5e+3f", "(d = (double)1.5e+3f)"},
    {"str = \"a\" \"b\"", "(str = (const char *)\"a\" \"b\")"},
    {"x = sizeof(int)", "(x = (int)4)"},
    {"x = sizeof arr / sizeof *arr", "(x = (int)(40 / 4))"},
    {"x = sizeof(x++)", "(x = (int)4)"},
    {"x = _Alignof(double)", "(x = (int)8)"},
    {"x = offsetof(struct s, v)", "(x = (int)16)"},
    {"x = __builtin_types_compatible_p(int, long)", "(x = 0)"},
    {"((x)) = (y)", "(x = y)"},
    {"d = x", "(d = (double)x)"},
    {"u = x + u", "(u = ((unsigned int)x + u))"},
    {"l = h", "(l = (long)h)"},
    {"c = x", "(c = (char)x)"},
    {"flag = x", "(flag = (_Bool)x)"},
    {"d = (float)x", "(d = (double)(float)x)"},
    {"(void)x", "(void)x"},
    {"p = 0", "(p = (int *)0)"},
    {"p = arr", "(p = arr)"},
    {"p = mat[1]", "(p = mat[1])"},
    {"fp = g", "(fp = g)"},
    {"fp = &g", "(fp = &g)"},
    {"x = arr[y]", "(x = arr[y])"},
    {"x = 3[arr]", "(x = arr[3])"},
    {"x = mat[1][2]", "(x = mat[1][2])"},
    {"x = *p", "(x = (*p))"},
    {"x = *(p + 1)", "(x = (*(p + 1)))"},
    {"p = &arr[2]", "(p = &arr[2])"},
    {"s.a = 1", "(s.a = 1)"},
    {"ps->a = 1", "((*ps).a = 1)"},
    {"s.b = 1", "(s.<unnamed>.b = 1)"},
    {"ps->deep = 1", "((*ps).<unnamed>.<unnamed>.deep = 1)"},
    {"ps->next->inner.u = 1", "((*(*ps).next).inner.u = 1)"},
    {"s.bits = 2", "(s.bits = 2)"},
    {"s.v[1] = 2", "(s.v[1] = (double)2)"},
    {"x = -y + ~y + !y + +y", "(x = (((-y + ~y) + !y) + +y))"},
    {"x = y * 2 / 3 % 4 - 5", "(x = ((((y * 2) / 3) % 4) - 5))"},
    {"x = y << 1 >> 2", "(x = ((y << 1) >> 2))"},
    {"x = y & 1 | 2 ^ 3", "(x = ((y & 1) | (2 ^ 3)))"},
    {"x = y < 1 || y <= 2 || y > 3 || y >= 4 || y == 5 || y != 6",
     "(x = ((((((y < 1) || (y <= 2)) || (y > 3)) || (y >= 4)) || (y == 5)) || (y != 6)))"},
    {"x = y && d", "(x = (y && d))"},
    {"x++", "(x++)"},
    {"--x", "(--x)"},
    {"x += y", "(x += y)"},
    {"x -= 1, x *= 2", "((x -= 1), (x *= 2))"},
    {"x <<= 1", "(x <<= 1)"},
    {"x = y ? 1 : 2", "(x = (y ? 1 : 2))"},
    {"d = y ? x : d", "(d = (y ? (double)x : d))"},
    {"x = y ?: 3", "(x = opaque{y, 3})"},
    {"x = g(y)", "(x = g(y))"},
    {"x = (g)(y)", "(x = g(y))"},
    {"x = (*g)(y)", "(x = g(y))"},
    {"x = (&g)(y)", "(x = g(y))"},
    {"x = (***g)(y)", "(x = g(y))"},
    {"x = fp(y)", "(x = fp(y))"},
    {"x = (*fp)(y)", "(x = fp(y))"},
    {"x = g(d)", "(x = g((int)d))"},
    {"x = sum(1, fl)", "(x = sum(1, (double)fl))"},
    {"vo()", "vo()"},
    {"undeclared(x)", "undeclared(x)"},
    {"x = __builtin_expect(y, 1)", "(x = (int)__builtin_expect((long)y, (long)1))"},
    {"s = (struct s){.a = 1, .v = {1}}", "(s = (struct s){1, {(double)1}})"},
    {"x = __extension__ (y)", "(x = y)"},
    {"x = _Generic(y, int: g, default: vo)(2)", "(x = g(2))"},
    {"x = _Generic(y, int: x, default: y)", "(x = x)"},
    {"x = _Generic(y, int: 1, default: 2)", "(x = 1)"},
    {"x = _Generic((0, l), int: 1, default: (2), double: 4)", "(x = 2)"},
    {"x = _Generic(y, size_t: 1, default: 2)", "(x = opaque{y, 1, 2})"},
    {"x = va_arg(ap, int)", "(x = opaque{ap})"},
    {"at = 3", "(at = 3)"},
    {"x = at", "(x = at)"},
    {"x = __atomic_load_n(&x, 5)", "(x = opaque{&x, 5})"},
    {"d = __real__ z", "(d = opaque{z})"},
    {"z = 1", "(z = (_Complex double)(double)1)"},
    {"vec = vec + vec", "opaque{vec, opaque{vec, vec}}"},
    {"x = vec[1]", "(x = opaque{vec, 1})"},
    {"x = ID(y)", "(x = y)"},
    {"x = HALF(y)", "(x = (y + 1))"},
};

static void test_expressions(void)
{
    struct buf text = {0};
    for (size_t i = 0; i < sizeof expr_cases / sizeof *expr_cases; i++) {
        text.length = 0;
        buf_printf(&text, "%svoid f(void) { %s; }\n", prelude, expr_cases[i].source);
        struct run run = run_text(buf_text(&text));
        struct stmt *stmt = nth_stmt(&run, "f", 0);
        check_expr(expr_cases[i].source, stmt ? stmt->expr : NULL, expr_cases[i].expected);
        run_end(&run);
    }
    buf_release(&text);
}

/* What a rewriter may cut out of the text: EXPR in x = EXPR; NULL: not to be cut out. */
static const struct expr_case slice_cases[] = {
    {"y + 1", "y + 1"},
    {"(y + 1)", "(y + 1)"},
    {"N", "N"},
    {"SUM", "SUM"},
    {"NAME", "NAME"},
    {"y < N", "y < N"},
    {"N - y", "N - y"},
    {"y * SUM", "y * SUM"},
    {"ID(y) + N", "ID(y) + N"},
    {"arr[N]", "arr[N]"},
    {"g(SUM) + y", "g(SUM) + y"},
    {"y NOTHING", "y"},
    {"OPEN", NULL},
    {"2 * OPEN", NULL},
    {"OPEN * 2", NULL},
    {"HALF(y)", NULL},
    {"HALF(HALF(y))", NULL},
    {"CHAIN", NULL},
    {"y < COUNT", "y < COUNT"},
    {"y < TERMS", NULL},
};

static void test_slices(void)
{
    struct buf text = {0};
    for (size_t i = 0; i < sizeof slice_cases / sizeof *slice_cases; i++) {
        text.length = 0;
        buf_printf(&text, "%svoid f(void) { x = %s; }\n", prelude, slice_cases[i].source);
        struct run run = run_text(buf_text(&text));
        struct stmt *stmt = nth_stmt(&run, "f", 0);
        CU_ASSERT_FATAL(stmt && stmt->expr && stmt->expr->kind == EXPR_ASSIGN);
        const struct expr *expr = stmt->expr->args[1];
        const char *slice = expr->is_sliceable
                                ? arena_strndup(run.arena, run.text + expr->place.offset,
                                                expr->end - expr->place.offset)
                                : "nothing";
        check_text(slice_cases[i].source, slice,
                   slice_cases[i].expected ? slice_cases[i].expected : "nothing");
        run_end(&run);
    }
    buf_release(&text);
}

/* No operand of a macro's text may be cut out by itself. */
static void test_slices_inside_macros(void)
{
    struct run run =
        run_text("#define TWICE(v) ((v) * 2)\nint x, y;\nvoid f(void) { x = TWICE(y + 1); }\n");
    struct stmt *stmt = nth_stmt(&run, "f", 0);
    CU_ASSERT_FATAL(stmt != NULL);
    const struct expr *product = stmt->expr->args[1];
    CU_ASSERT(product->is_sliceable);
    CU_ASSERT(!product->args[0]->is_sliceable);
    CU_ASSERT(!product->args[1]->is_sliceable);
    run_end(&run);
}

/* ---- statements and declarations ---------------------------------------------------------- */

static const struct expr_case unit_cases[] = {
    {"", ""},
    {";", ""},
    {"void f(int n) { if (n) ; else n = 1; while (n) n--; do { continue; } while (n); }",
     "function f: void (int)\n"
     "    parameter n: int\n"
     "   1:15  block\n"
     "   1:17    if n\n"
     "   1:24      null\n"
     "           else\n"
     "   1:31      (n = 1)\n"
     "   1:38    while n\n"
     "   1:48      (n--)\n"
     "   1:53    do n\n"
     "   1:56      block\n"
     "   1:58        continue\n"},
    {"int f(int n) { switch (n) { case 1: case 2: return 1; default: break; case 4 ... 5: ; }\n"
     "a: goto a; { } }",
     "function f: int (int) label\n"
     "    parameter n: int\n"
     "   1:14  block\n"
     "   1:16    switch n\n"
     "   1:27      block\n"
     "   1:29        case 1\n"
     "   1:37          case 2\n"
     "   1:45            return 1\n"
     "   1:55        default\n"
     "   1:64          break\n"
     "   1:71        opaque\n"
     "   2:1     label a\n"
     "   2:4       goto a\n"
     "   2:12    block\n"},
    {"void f(int n) { asm(\"nop\"); void *l = &&a; a: goto *l; }",
     "function f: void (int) label\n"
     "    parameter n: int\n"
     "   1:15  block\n"
     "   1:17    opaque\n"
     "   1:29    declare l: void * & = opaque{}\n"
     "   1:44    label a\n"
     "   1:47      opaque\n"},
    {"static int k; extern int e; int t; int t = 2; double w[]; double w[3];\n"
     "void f(void) { extern int e; static int k = 4; struct q { int a; }; typedef int z; "
     "register int r = k, q[2] = {1}; }",
     "file k: int\n"
     "external e: int\n"
     "external t: int = 2\n"
     "external w: double[3]\n"
     "function f: void (void)\n"
     "   2:14  block\n"
     "   2:16    null\n"
     "   2:30    declare static k: int = 4\n"
     "   2:48    null\n"
     "   2:69    null\n"
     "   2:84    declare r: int = k, q: int[2] = {1}\n"},
    {"void f(int n, double a[n][n + 1], int v[3]) { double m[n][2], (*q)[n] = 0; v = 0;"
     " typedef int row[n]; n = sizeof m; }",
     "function f: void (int, double (*)[*], int *)\n"
     "    parameter n: int\n"
     "    parameter a: double (*)[n + 1] [(n + 1)]\n"
     "    parameter v: int *\n"
     "   1:45  block\n"
     "   1:47    declare m: double[n][2] [n], q: double (*)[n] [n] = (double (*)[n])0\n"
     "   1:76    (v = (int *)0)\n"
     "   1:83    block\n"
     "   1:99      n\n"
     "   1:103   (n = (int)sizeof{m})\n"},
    {"f(a, b) int a; double b; { return a; }\nstatic int g(void) { return h(1); }",
     "function f: int (int, double)\n"
     "    parameter a: int\n"
     "    parameter b: double\n"
     "   1:26  block\n"
     "   1:28    return a\n"
     "function g: int (void) static\n"
     "   2:20  block\n"
     "   2:22    return h(1)\n"
     "function h: int () undefined\n"},
    {"__attribute__((const)) int a(int); __attribute__((pure)) int b(int);\n"
     "_Noreturn void c(void); void d(void) __attribute__((noreturn)); int e(const char *, ...);\n"
     "void f(void) { a(1); b(1); e(\"\"); c(); d(); }",
     "function f: void (void)\n"
     "   3:14  block\n"
     "   3:16    a(1)\n"
     "   3:22    b(1)\n"
     "   3:28    e((const char *)\"\")\n"
     "   3:35    c()\n"
     "   3:40    d()\n"
     "function a: int (int) const undefined\n"
     "    parameter : int\n"
     "function b: int (int) pure undefined\n"
     "    parameter : int\n"
     "function e: int (const char *, ...) undefined\n"
     "    parameter : const char *\n"
     "function c: void (void) noreturn undefined\n"
     "function d: void (void) __attribute__((noreturn)) noreturn undefined\n"},
    {"int f(int n) { int v = ({ int t = n; t + 1; }); return v; }",
     "function f: int (int)\n"
     "    parameter n: int\n"
     "   1:14  block\n"
     "   1:16    declare v: int = block{\n"
     "   1:25  block\n"
     "   1:27    declare t: int = n\n"
     "   1:38    (t + 1)\n"
     "}\n"
     "   1:49    return v\n"},
    {"void fr(int **); void f(void) { int *q __attribute__((cleanup(fr))) = 0; }",
     "function f: void (void)\n"
     "   1:31  block\n"
     "   1:33    opaque\n"},
};

static void test_units(void)
{
    for (size_t i = 0; i < sizeof unit_cases / sizeof *unit_cases; i++) {
        struct run run = run_text(unit_cases[i].source);
        char *text = NULL;
        size_t length;
        FILE *stream = open_memstream(&text, &length);
        if (run.unit)
            dump_unit(stream, run.unit);
        fclose(stream);
        check_text(unit_cases[i].source, text, unit_cases[i].expected);
        free(text);
        run_end(&run);
    }
}

static void test_types(void)
{
    struct run run =
        run_text("struct n { struct n *next; const struct n *other; int b : 5; int c : 3;\n"
                 "  union { int x; double y; }; char tail[]; } a; const struct n *q;\n"
                 "typedef struct { int k; } named; named m; int v[7]; volatile int w;\n"
                 "extern int open_ended[]; enum { A, B } e; _Thread_local int tl;\n");
    struct type *record = find_global(&run, "a")->type;
    CU_ASSERT_FATAL(record->kind == TYPE_RECORD && record->fields.count == 6);
    struct field **fields = record->fields.items;
    CU_ASSERT_STRING_EQUAL(record->tag, "n");
    CU_ASSERT(fields[0]->type->target == record);
    CU_ASSERT(fields[0]->record == record);
    CU_ASSERT(fields[1]->type->target->is_const && fields[1]->type->target->fields.count == 6);
    CU_ASSERT(find_global(&run, "q")->type == fields[1]->type);
    CU_ASSERT(fields[2]->is_bit_field && fields[2]->width == 5 && fields[2]->offset == 128);
    CU_ASSERT(fields[3]->is_bit_field && fields[3]->width == 3 && fields[3]->offset == 133);
    CU_ASSERT(!*fields[4]->name && fields[4]->type->is_union && fields[4]->offset == 192);
    CU_ASSERT(fields[5]->type->kind == TYPE_ARRAY && fields[5]->type->count == 0);
    CU_ASSERT_STRING_EQUAL(find_global(&run, "m")->type->tag, "named");
    CU_ASSERT(find_global(&run, "v")->type->count == 7 && find_global(&run, "v")->type->size == 28);
    CU_ASSERT(find_global(&run, "w")->type->is_volatile);
    CU_ASSERT(find_global(&run, "open_ended")->type->size == -1);
    CU_ASSERT(find_global(&run, "e")->type->kind == TYPE_INTEGER);
    CU_ASSERT(find_global(&run, "tl")->is_thread_local);
    run_end(&run);
}

/* ---- whose address is taken --------------------------------------------------------------- */

struct flag_case {
    const char *source;
    bool expected;
};

static const struct flag_case taken_cases[] = {
    {"x = 1;", false},         {"x++;", false},          {"use(&x);", true},
    {"use(&(x));", true},      {"arr[1] = 2;", false},   {"use(arr);", true},
    {"use(arr + 1);", true},   {"use(&arr[1]);", true},  {"*arr = 1;", true},
    {"mat[1][2] = 3;", false}, {"use(mat[1]);", true},   {"x = sizeof arr;", false},
    {"r.v[1] = 2;", false},    {"use(r.v);", true},      {"use(&r.k);", true},
    {"r2 = r;", false},        {"pr->v[1] = 1;", false}, {"use(pr->v);", false},
    {"use(&pr->k);", false},   {"use(&p[1]);", false},   {"x = arr[1] ?: 3;", true},
};

static void test_address_taken(void)
{
    struct buf text = {0};
    for (size_t i = 0; i < sizeof taken_cases / sizeof *taken_cases; i++) {
        text.length = 0;
        buf_printf(&text,
                   "struct r { int k, v[4]; };\nvoid use(int *);\n"
                   "void f(void) { int x, arr[3], mat[3][3], *p; struct r r, r2, *pr; %s }\n",
                   taken_cases[i].source);
        struct run run = run_text(buf_text(&text));
        struct function *f = find_function(&run, "f");
        CU_ASSERT_FATAL(f != NULL);
        bool taken = false;
        for (size_t k = 0; k < f->body->stmts.count; k++)
            for (size_t v = 0; v < f->body->stmts.items[k]->vars.count; v++)
                taken |= f->body->stmts.items[k]->vars.items[v]->address_taken;
        check_true(taken_cases[i].source, taken == taken_cases[i].expected);
        run_end(&run);
    }
    buf_release(&text);
}

static void test_function_address(void)
{
    struct run run = run_text("int a(int), b(int), c(int); int (*t[])(int) = {c};\n"
                              "void f(void) { a(1); (&a)(2); int (*p)(int) = b; }\n");
    CU_ASSERT(!find_function(&run, "a")->address_taken);
    CU_ASSERT(find_function(&run, "b")->address_taken);
    CU_ASSERT(find_function(&run, "c")->address_taken);
    run_end(&run);
}

/* ---- for headers -------------------------------------------------------------------------- */

struct for_case {
    const char *source; /* the statement */
    const char *parts;  /* init|condition|step, '-' when absent, or "unknown" */
    const char *header; /* the body's text; NULL: not plain; "?": no certain end */
};

static const struct for_case for_cases[] = {
    {"for (i = 0; i < n; i++) x = i;", "i|c|s", "x = i;"},
    {"for (int k = 0; k < n; k++) { x = k; }", "i|c|s", "{ x = k; }"},
    {"for (i = 0;;) break;", "i|-|-", "break;"},
    {"for (; i < n;) i++;", "-|c|-", "i++;"},
    {"for (;; i++) break ;", "-|-|s", "break ;"},
    {"for (;;) { break; }", "-|-|-", "{ break; }"},
    {"for (i = 0; i < n;) i++;", "i|c|-", "i++;"},
    {"for (i = 0;; i++) break;", "i|-|s", "break;"},
    {"for (; i < n; i++) ;", "-|c|s", ";"},
    {"for /* ( */ ( /* ; */ i = 0 /* ; */ ; i < n ; /* ) */ i++ ) /* { */ x = 1 /* ; */ ;", "i|c|s",
     "x = 1 /* ; */ ;"},
    {"for (i = f(\";\", ';', (2)); i < a[(1)]; i++)\n\tif (i) x = 1; else x = 2;", "i|c|s",
     "if (i) x = 1; else x = 2;"},
    {"for (i = 0; i < n; i++)\r\n  for (int j = 0; j < n; j++)\r\n    do x = 1; while (0) ;",
     "i|c|s", "for (int j = 0; j < n; j++)\r\n    do x = 1; while (0) ;"},
    {"for (i = 0; i < LIMIT; i++) x = CLOSED(i);", "i|c|s", "x = CLOSED(i);"},
    {"for (i = 0; i < n; i++) lab: x = \"\xc3\xa9\"[0];", "i|c|s", "lab: x = \"\xc3\xa9\"[0];"},
    {"for (i = 0; i < n; i++)\n#if 1\n x = 1;\n#else\n x = 2;\n#endif\n", "i|c|s", "x = 1;"},
    {"for (i = 0; i < n; i++) x = 1\n#if 0\n+ 2\n#endif\n;", "i|c|s",
     "x = 1\n#if 0\n+ 2\n#endif\n;"},
    {"for (i = 0; i < n; i++) TWO;", "i|c|s", "?"},
    {"for (i = 0; i < n; i++) ONCE(x = 1);", "i|c|s", "ONCE(x = 1);"},
    {"for (i = 0; i < n; i++) ONCE(TWO);", "i|c|s", "?"},
    {"for (i = 0; i < n; i++) AND_MORE;", "i|c|s", "?"},
    {"for (i = 0; i < n; i++) x = AT(i, 1);", "i|c|s", "x = AT(i, 1);"},
    {"for (i = 0; i < n; i++) x = AT(i, 1) + VIA;", "i|c|s", "?"},
    {"for (i = 0; i < n; i++) if (i) x = AT(0, i); else ONCE(x++);", "i|c|s",
     "if (i) x = AT(0, i); else ONCE(x++);"},
    {"for (i = 0; i < n; i++) x = 1, TWO;", "i|c|s", "?"},
    {"for (i = 0; i < n; i++) WHOLE", "i|c|s", "?"},
    {"EACH(i) x = 1;", "i|c|s", NULL},
    {"FOREVER break;", "-|-|-", NULL},
    {"HALFWAY i++) x = 1;", "i|c|s", NULL},
    {"for (i = 0; i < n; i++ CLOSE x = f(\"\", 1, 2);", "i|c|s", NULL},
    {"UPTO x = i++;", "unknown", NULL},
};

static void check_for(const struct for_case *test, const struct run *run, const struct stmt *stmt)
{
    char parts[] = "-|-|-";
    parts[0] = stmt->init ? 'i' : '-';
    parts[2] = stmt->expr ? 'c' : '-';
    parts[4] = stmt->step ? 's' : '-';
    check_text(test->source, stmt->kind == STMT_FOR ? parts : "unknown", test->parts);
    const struct for_header *header = stmt_header(stmt);
    check_true(test->source, header->is_plain == (test->header != NULL));
    if (!header->is_plain || !test->header)
        return;
    check_true(test->source, !memcmp(run->text + header->keyword, "for", 3));
    check_true(test->source, run->text[header->open] == '(' && run->text[header->close] == ')');
    check_true(test->source,
               run->text[header->semi[0]] == ';' && run->text[header->semi[1]] == ';');
    check_text(test->source,
               header->body_is_plain
                   ? arena_strndup(run->arena, run->text + header->body, header->end - header->body)
                   : "?",
               test->header);
}

static void test_for_headers(void)
{
    struct buf text = {0};
    for (size_t i = 0; i < sizeof for_cases / sizeof *for_cases; i++) {
        text.length = 0;
        buf_printf(&text,
                   "\xef\xbb\xbf#define LIMIT (n)\n#define CLOSED(v) ((v) + 1)\n"
                   "#define TWO x = 1; x = 2\n#define WHOLE { x = 1; }\n"
                   "#define ONCE(s) do { s; } while (0)\n#define AND_MORE ONCE(x = 1); x = 2\n"
                   "#define AT(i, j) a[(i) * 3 + (j)]\n#define VIA LAST\n#define LAST 1; x++\n"
                   "#define EACH(v) for (v = 0; v < n; v++)\n#define FOREVER for (;;)\n"
                   "#define HALFWAY for (i = 0; i < n;\n#define CLOSE )\n"
                   "#define UPTO for (; i < n;)\n"
                   "int f(const char *s, int c, int k);\n"
                   "void t(int n, int *a) { int i = 0, x;\n%s\n(void)n; }\n",
                   for_cases[i].source);
        struct run run = run_text(buf_text(&text));
        struct stmt *stmt = nth_stmt(&run, "t", 1);
        check_true(for_cases[i].source, stmt != NULL);
        if (stmt)
            check_for(&for_cases[i], &run, stmt);
        run_end(&run);
    }
    buf_release(&text);
}

/* ---- pragmas ------------------------------------------------------------------------------ */

static void describe_diags(const struct run *run, FILE *stream)
{
    for (size_t i = 0; i < run->diags.list.count; i++) {
        const struct diag *diag = run->diags.list.items[i];
        fprintf(stream, "%u:%u %s\n", diag->place.line, diag->place.column, diag_id_text(diag->id));
    }
}

/* Each pragma with its tokens, the line of its loop, and the clauses' expressions. */
static void describe_item(const struct clause_expr *expr, FILE *stream)
{
    if (!expr->place.line)
        return;
    fputc(' ', stream);
    if (expr->expr)
        dump_expr(stream, expr->expr);
    else
        fputs("?", stream);
}

static void describe_clause(const struct clause *clause, FILE *stream)
{
    fprintf(stream, " %s", clause_name(clause->kind));
    describe_item(&clause->value, stream);
    describe_item(&clause->function, stream);
    for (size_t i = 0; i < clause->items.count; i++) {
        describe_item(&clause->items.items[i].base, stream);
        describe_item(&clause->items.items[i].first, stream);
        describe_item(&clause->items.items[i].count, stream);
    }
}

static void describe_pragma(const struct pragma *pragma, FILE *stream)
{
    fprintf(stream, "%u:%u", pragma->place.line, pragma->place.column);
    if (pragma->stmt)
        fprintf(stream, " for@%u", pragma->stmt->place.line);
    if (pragma->function)
        fprintf(stream, " in %s", pragma->function->name);
    for (size_t i = 0; i < pragma->clauses.count; i++)
        describe_clause(&pragma->clauses.items[i], stream);
    fputc('\n', stream);
}

static const struct expr_case pragma_cases[] = {
    {"\n", ""},
    {"#pragma ppar for\nfor (;i < n;) i++;\n", "2:1 for@3 in t\n"},
    {"  #  pragma /* c */ ppar for\nfor (;i < n;) i++;\n", "2:3 for@3 in t\n"},
    {"%:pragma ppar for\nfor (;i < n;) i++;\n", "2:1 for@3 in t\n"},
    {"/* a\n */ #pragma ppar for\nfor (;i < n;) i++;\n", "3:5 for@4 in t\n"},
    {"#pragma ppar for \\\n  workers(n) \\ \n  private(x)\nfor (;i < n;) i++;\n",
     "2:1 for@5 in t workers n private x\n"},
    {"#pragma ppar for wor\\\nkers(n)\nfor (;i < n;) i++;\n", "2:1 for@4 in t workers n\n"},
    {"#pragma ppar for workers(n) /* over\n two lines */ private(x) // end\nfor (;i < n;) i++;\n",
     "2:1 for@4 in t workers n private x\n"},
    {"#pragma ppar for workers(n)\r\nfor (;i < n;)\r\n i++;\r\n", "2:1 for@3 in t workers n\n"},
    {"#if 0\n#pragma ppar for\n#endif\n", ""},
    {"#if 0\n#pragma ppar for\n#else\n#pragma ppar for\nfor (;i < n;) i++;\n#endif\n",
     "5:1 for@6 in t\n"},
    {"#pragma omp for\n#pragma other ppar\n// #pragma ppar for\nx = 1; /* \n#pragma ppar for */\n",
     ""},
    {"const char *q = \"\\\n#pragma ppar for\\\n\";\n", ""},
    {"#define M #pragma ppar for\n", ""},
    {"_Pragma(\"ppar for workers(n + 1)\") for (;i < n;) i++;\n",
     "2:1 for@2 in t workers (n + 1)\n"},
    {"_Pragma(\"GCC ivdep\") for (;i < n;) i++;\n", ""},
    {"#define M _Pragma(\"ppar for\") for (;i < n;) i++;\n", "2:11 not-implemented\n"},
    {"#pragma ppar for\nx = 1;\n", "2:1\n2:1 pragma-placement\n"},
    {"#pragma ppar for\n#pragma ppar for\nfor (;i < n;) i++;\n",
     "2:1\n3:1 for@4 in t\n2:1 pragma-placement\n"},
    {"#pragma ppar for workers(n)\nx = 1;\n", "2:1 workers ?\n2:1 pragma-placement\n"},
    {"x = 1;\n#pragma ppar for", "3:1\n3:1 pragma-placement\n"},
    {"#pragma ppar for workers(W) private(ps->k, arr)\nEACH(i) arr[i] = 1;\n",
     "2:1 for@3 in t workers 4 private (*ps).k arr\n"},
    {"#define UPTO for (; i < n;)\n#pragma ppar for\nUPTO i++;\n", "3:1\n4:1 loop-macro\n"},
    {"if (n)\n#pragma ppar for workers(n)\nfor (;i < n;) i++;\nelse x = 2;\n",
     "3:1 for@4 in t workers n\n"},
    {"switch (n) { case 1:\n#pragma ppar for private(x)\nfor (;i < n;) i++;\nbreak; }\n",
     "3:1 for@4 in t private x\n"},
    {"here:\n#pragma ppar for private(x)\nfor (;i < n;) i++;\ngoto here;\n",
     "3:1 for@4 in t private x\n"},
    {"{ int n = 3;\n#pragma ppar for workers(n + W)\nfor (int n = 0; n < 3;)\n"
     "#pragma ppar for workers(n * 2)\nfor (;i < n;) i++; }\n",
     "3:1 for@4 in t workers (n + 4)\n5:1 for@6 in t workers (n * 2)\n"},
    {"#pragma ppar for workers(nope)\nfor (;i < n;) i++;\n#pragma ppar for workers(n)\n"
     "for (;i < n;) i++;\n",
     "2:1 for@3 in t workers ?\n4:1 for@5 in t workers n\n2:26 clause-argument\n"},
    {"#pragma ppar for if(n +)\nfor (;i < n;) i++;\n",
     "2:1 for@3 in t if ?\n2:24 clause-argument\n"},
    {"#pragma ppar for private(n.k)\nfor (;i < n;) i++;\n",
     "2:1 for@3 in t private ?\n2:27 clause-argument\n"},
    {"#pragma ppar for if(n)\nfor (;i < n;) i++;\nnope = 1;\n", "2:1 if ?\n4:1 compile-error\n"},
};

static void test_pragmas(void)
{
    struct buf text = {0};
    for (size_t i = 0; i < sizeof pragma_cases / sizeof *pragma_cases; i++) {
        text.length = 0;
        /* one line of prelude, so that the snippet starts on line 2 */
        buf_printf(
            &text,
            "struct r { int k; } *ps; int arr[9]; enum { W = 4 }; void t(int n) { int i = 0, x;\n");
        buf_puts(&text, pragma_cases[i].source);
        buf_puts(&text, "\n(void)n; }\n");
        struct frontend_options options = {
            .args = (const char *const[]){"-DEACH(v)=for (v = 0; v < n; v++)"}, .arg_count = 1};
        struct run run = run_bytes(buf_text(&text), text.length, options);
        char *actual = NULL;
        size_t length;
        FILE *stream = open_memstream(&actual, &length);
        for (size_t k = 0; k < run.pragmas.list.count; k++)
            describe_pragma(run.pragmas.list.items[k], stream);
        describe_diags(&run, stream);
        fclose(stream);
        check_text(pragma_cases[i].source, actual, pragma_cases[i].expected);
        free(actual);
        run_end(&run);
    }
    buf_release(&text);
}

/* Sections and functions: the clauses that hold them may not be built, so they are made here. */
static struct clause_expr locate(const struct run *run, const char *text, const char *needle)
{
    struct clause_expr expr = {.text = needle};
    expr.start = (unsigned)(strstr(text, needle) - text);
    expr.end = expr.start + (unsigned)strlen(needle);
    expr.place = (struct place){"test.c", 1, expr.start + 1, expr.start, "test.c"};
    (void)run;
    return expr;
}

static void test_sections(void)
{
    static const char text[] = "int a[9]; int plus(int, int); void t(int n, int w) {\n"
                               "#pragma ppar for in(a[ n*w : w+1 ]) reduction(plus : a)\n"
                               "for (int i = 0; i < n; i++) a[i] = 1; }\n";
    struct run run = {.arena = arena_new(), .text = text};
    diags_init(&run.diags, run.arena);
    struct frontend_options options = {0};
    struct frontend *frontend =
        frontend_open(run.arena, "test.c", text, strlen(text), &options, &run.diags);
    frontend_scan(frontend, &run.pragmas, &run.diags);
    struct clause clause = {.kind = CLAUSE_IN};
    struct clause_item item = {.base = locate(&run, text, "a[ n*w")};
    item.base.end = item.base.start + 1;
    item.first = locate(&run, text, "n*w");
    item.count = locate(&run, text, "w+1");
    clause.function = locate(&run, text, "plus :");
    clause.function.end -= 2;
    LIST_PUSH(run.arena, clause.items, item);
    LIST_PUSH(run.arena, run.pragmas.list.items[0]->clauses, clause);
    run.unit = frontend_model(frontend, &run.pragmas, &run.diags);
    frontend_close(frontend);
    CU_ASSERT(run.diags.errors == 0);
    struct clause *result = &run.pragmas.list.items[0]->clauses.items[0];
    check_expr("base", result->items.items[0].base.expr, "a");
    check_expr("first", result->items.items[0].first.expr, "(n * w)");
    check_expr("count", result->items.items[0].count.expr, "(w + 1)");
    check_expr("function", result->function.expr, "plus");
    CU_ASSERT(result->items.items[0].first.expr->is_sliceable);
    CU_ASSERT(!find_global(&run, "a")->address_taken);
    CU_ASSERT_FATAL(run.pragmas.list.items[0]->stmt != NULL);
    CU_ASSERT(stmt_header(run.pragmas.list.items[0]->stmt)->is_plain);
    run_end(&run);
}

/* ---- whole files -------------------------------------------------------------------------- */

static void test_headers_of_the_system(void)
{
    struct run run =
        run_text("#include <stdio.h>\n#include <stdlib.h>\n#include <math.h>\n"
                 "#include <tgmath.h>\n#include <ctype.h>\n"
                 "int f(double d) { printf(\"%d\", isdigit('c')); putchar(1); exit(1); }\n");
    CU_ASSERT(run.diags.errors == 0);
    CU_ASSERT_FATAL(find_function(&run, "exit") != NULL);
    CU_ASSERT(find_function(&run, "exit")->is_noreturn);
    CU_ASSERT(find_function(&run, "printf")->is_variadic);
    CU_ASSERT(find_function(&run, "printf")->in_system_header);
    run_end(&run);
}

static void test_bad_input(void)
{
    static const char binary[] = "int \0\xff\xfe\x01 f(\x80{ #pragma ppar for\n\"";
    struct frontend_options none = {0};
    struct run run = run_bytes(binary, sizeof binary - 1, none);
    CU_ASSERT(run.unit == NULL && run.diags.errors > 0);
    run_end(&run);
    run = run_text("#include \"no-such-file.h\"\n");
    CU_ASSERT(run.unit == NULL && run.diags.errors == 1);
    CU_ASSERT(run.diags.list.items[0]->id == DIAG_COMPILE_ERROR);
    CU_ASSERT(run.diags.list.items[0]->place.line == 1);
    run_end(&run);
}

/* PIECE repeated COUNT times between two texts. */
static void repeat(struct buf *text, const char *before, const char *piece, size_t count,
                   const char *after)
{
    text->length = 0;
    buf_puts(text, before);
    for (size_t i = 0; i < count; i++)
        buf_puts(text, piece);
    buf_puts(text, after);
}

/* Texts longer than the pieces in which libclang is asked for tokens: the pragma is found, and what
 * stands around it belongs to one token or to many. */
static void test_long_texts(void)
{
    static const char loop[] = "\n#pragma ppar for \\\n  workers(2)\n"
                               "for (int i = 0; i < n; i++) a[i] = 1; }\n";
    static const struct {
        const char *before, *piece, *after;
    } cases[] = {
        {"int a[9]; void f(int n) { /*", "a long comment ", "*/"},
        {"int a[9]; void f(int n) { ", "                ", ""},
        {"int a[9]; void f(int n) { ", "a[1] += (n); ", ""},
        {"int a[9]; void f(int n) { /* # */", "/* x */ ; /*\n*/ ", "// pragma"},
        {"int a[9]; const char *f0(void) { return \"", "# pragma ", "\"; } void f(int n) {"},
    };
    struct buf text = {0};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        repeat(&text, cases[k].before, cases[k].piece, 100000, cases[k].after);
        buf_puts(&text, loop);
        struct run run = run_text(buf_text(&text));
        CU_ASSERT(run.diags.errors == 0);
        CU_ASSERT_FATAL(run.pragmas.list.count == 1);
        const struct pragma *pragma = run.pragmas.list.items[0];
        const char *keyword = strstr(buf_text(&text), "for (int i");
        CU_ASSERT(pragma->tokens.count == 5);
        CU_ASSERT_FATAL(pragma->stmt != NULL);
        CU_ASSERT(stmt_header(pragma->stmt)->keyword == (unsigned)(keyword - buf_text(&text)));
        CU_ASSERT(stmt_header(pragma->stmt)->body_is_plain);
        run_end(&run);
    }
    buf_release(&text);
}

static void test_deep_input(void)
{
    struct buf text = {0};
    repeat(&text, "int f(int a) { return a", " + a", 20000, "; }");
    struct run run = run_text(buf_text(&text));
    CU_ASSERT(find_function(&run, "f") && find_function(&run, "f")->params.items[0]->address_taken);
    run_end(&run);
    repeat(&text, "int f(int a) { ", "if (a) a--; else ", 3000, "a = 1; return a; }");
    run = run_text(buf_text(&text));
    CU_ASSERT(find_function(&run, "f") && find_function(&run, "f")->params.items[0]->address_taken);
    run_end(&run);
    repeat(&text, "int f(int a) { /*", "long line ", 100000, "*/ return a; }");
    run = run_text(buf_text(&text));
    CU_ASSERT(find_function(&run, "f") != NULL);
    run_end(&run);
    buf_release(&text);
}

struct floating_case {
    const char *arg;
    bool fast_math, contracts, expected;
};

static void test_exact_floating(void)
{
    static const struct floating_case cases[] = {
        {"--target=x86_64-linux-gnu", false, true, true},
        {"--target=x86_64-linux-gnu", true, true, false},
        {"--target=i386-linux-gnu", false, false, false}, /* x87 */
        {"--target=aarch64-linux-gnu", false, true, false},
        {"--target=aarch64-linux-gnu", false, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct frontend_options options = {.args = &cases[i].arg,
                                           .arg_count = 1,
                                           .fast_math = cases[i].fast_math,
                                           .contracts = cases[i].contracts};
        struct run run = run_bytes("int x;", 6, options);
        check_true(cases[i].arg, run.unit && run.unit->exact_floating == cases[i].expected);
        run_end(&run);
    }
    const char *const fused[] = {"--target=x86_64-linux-gnu", "-mfma"};
    struct frontend_options options = {.args = fused, .arg_count = 2, .contracts = true};
    struct run run = run_bytes("int x;", 6, options);
    CU_ASSERT(run.unit && !run.unit->exact_floating);
    run_end(&run);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 1;
    CU_pSuite suite = CU_add_suite("frontend", NULL, NULL);
    CU_add_test(suite, "expressions", test_expressions);
    CU_add_test(suite, "slices", test_slices);
    CU_add_test(suite, "slices inside macros", test_slices_inside_macros);
    CU_add_test(suite, "units", test_units);
    CU_add_test(suite, "types", test_types);
    CU_add_test(suite, "address taken", test_address_taken);
    CU_add_test(suite, "function address", test_function_address);
    CU_add_test(suite, "for headers", test_for_headers);
    CU_add_test(suite, "pragmas", test_pragmas);
    CU_add_test(suite, "sections", test_sections);
    CU_add_test(suite, "system headers", test_headers_of_the_system);
    CU_add_test(suite, "bad input", test_bad_input);
    CU_add_test(suite, "long texts", test_long_texts);
    CU_add_test(suite, "deep input", test_deep_input);
    CU_add_test(suite, "exact floating", test_exact_floating);
    CU_basic_run_tests();
    bool has_failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return has_failed;
}
