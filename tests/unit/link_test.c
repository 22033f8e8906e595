/* Two files as one program: which names become one, and what is the same type. */
#include "link.h"

#include "agree.h"
#include "snippet_unit.h"

struct linked {
    struct arena *arena;
    struct unit *units[2];
    struct pragmas pragmas[2];
    struct diags diags;
};

static void open_unit(struct linked *linked, size_t index, const char *text)
{
    struct frontend_options options = {.first_id = index ? linked->units[0]->next_id : 0};
    struct frontend *frontend = frontend_open(linked->arena, index ? "b.c" : "a.c", text,
                                              strlen(text), &options, &linked->diags);
    frontend_scan(frontend, &linked->pragmas[index], &linked->diags);
    linked->units[index] = frontend_model(frontend, &linked->pragmas[index], &linked->diags);
    frontend_close(frontend);
    CU_ASSERT_PTR_NOT_NULL_FATAL(linked->units[index]);
}

static struct linked link_texts(const char *a, const char *b)
{
    struct linked linked = {.arena = arena_new()};
    diags_init(&linked.diags, linked.arena);
    open_unit(&linked, 0, a);
    open_unit(&linked, 1, b);
    struct link_input inputs[2];
    for (size_t k = 0; k < 2; k++)
        inputs[k] = (struct link_input){linked.units[k], &linked.pragmas[k], &linked.diags};
    link_units(inputs, 2);
    return linked;
}

static const struct function *function_of_unit(const struct linked *linked, size_t index,
                                               const char *name)
{
    const struct unit *unit = linked->units[index];
    for (size_t k = 0; k < unit->functions.count; k++)
        if (unit->functions.items[k]->unit == unit && !strcmp(unit->functions.items[k]->name, name))
            return unit->functions.items[k];
    return NULL;
}

/* What the first call in a.c's function 'caller' calls. */
static const struct function *callee_of(const struct linked *linked)
{
    const struct function *caller = function_of_unit(linked, 0, "caller");
    const struct expr *e = caller->body->stmts.items[0]->expr;
    while (e->kind != EXPR_CALL)
        e = e->args[e->arg_count - 1];
    return e->args[0]->function;
}

enum outcome_of_link { LINKED, APART, CONFLICT };

static const struct {
    const char *a, *b;
    enum outcome_of_link wanted;
} functions[] = {
    {"int f(int); int caller(int i) { return f(i); }", "int f(int k) { return k; }", LINKED},
    {"int f(); int caller(int i) { return f(i); }", "int f(int k) { return k; }", LINKED},
    {"int f(); int caller(int i) { return f(i); }", "int f(short k) { return k; }", CONFLICT},
    {"int f(const int); int caller(int i) { return f(i); }", "int f(int k) { return k; }", LINKED},
    {"int f(int); int caller(int i) { return f(i); }", "int f(long k) { return 1; }", CONFLICT},
    {"int f(int); int caller(int i) { return f(i); }", "long f(int k) { return 1; }", CONFLICT},
    {"int f(int); int caller(int i) { return f(i); }", "int f(int k, ...) { return 1; }", CONFLICT},
    {"int f(int); int caller(int i) { return f(i); }", "static int f(int k) { return k; }", APART},
    {"int f(int); int caller(int i) { return f(i); }",
     "__attribute__((weak)) int f(int k) { return k; }", APART},
    {"int f(int) __asm__(\"g\"); int caller(int i) { return f(i); }", "int f(int k) { return k; }",
     APART},
    {"int f(int); int caller(int i) { return f(i); }",
     "int f(int) __asm__(\"g\"); int f(int k) { return k; }", APART},
    {"struct s { int a; }; int f(struct s *); int caller(struct s *p) { return f(p); }",
     "struct s { int a; }; int f(struct s *p) { return p->a; }", LINKED},
    {"struct s { int a; }; int f(struct s *); int caller(struct s *p) { return f(p); }",
     "struct s { int b; }; int f(struct s *p) { return p->b; }", CONFLICT},
    {"struct s { int a; }; int f(struct s *); int caller(struct s *p) { return f(p); }",
     "struct t { int a; }; int f(struct t *p) { return p->a; }", CONFLICT},
    {"struct s; int f(struct s *); int caller(struct s *p) { return f(p); }",
     "struct s { int a; }; int f(struct s *p) { return p->a; }", LINKED},
    {"int f(const int *); int caller(int *p) { return f(p); }", "int f(int *p) { return *p; }",
     CONFLICT},
};

static void test_functions(void)
{
    for (size_t k = 0; k < sizeof functions / sizeof *functions; k++) {
        struct linked linked = link_texts(functions[k].a, functions[k].b);
        bool is_linked = callee_of(&linked)->body != NULL;
        bool is_said = linked.diags.list.count != 0;
        if (is_linked != (functions[k].wanted == LINKED) ||
            is_said != (functions[k].wanted == CONFLICT)) {
            CU_FAIL("a function is linked, or is not");
            printf("\n%s\n%s\n", functions[k].a, functions[k].b);
        }
        arena_free(linked.arena);
    }
}

static void test_library_name(void)
{
    struct linked linked = link_texts("#include <math.h>\n"
                                      "double caller(double x) { return hypot(x, 1); }",
                                      "int hypot(void) { return 1; }");
    CU_ASSERT_TRUE(callee_of(&linked)->is_replaced);
    CU_ASSERT_PTR_NULL(callee_of(&linked)->body);
    arena_free(linked.arena);
}

static size_t count_globals(const struct unit *unit, const char *name)
{
    size_t count = 0;
    for (size_t k = 0; k < unit->globals.count; k++)
        count += !strcmp(unit->globals.items[k]->name, name);
    return count;
}

static const struct {
    const char *a, *b;
    size_t entities;
    bool may_overlap;
} variables[] = {
    {"extern int x; int f(void) { return x; }", "int x = 3;", 1, false},
    {"extern int x[]; int f(void) { return x[0]; }", "int x[7];", 1, false},
    {"int x;", "int x;", 1, false},
    {"static int x; int f(void) { return x; }", "int x;", 2, false},
    {"static int x; int f(void) { return x; }", "static int x; int g(void) { return x; }", 2,
     false},
    {"extern int x[3]; int f(void) { return x[0]; }", "int x[7];", 2, true},
    {"extern int x; int f(void) { return x; }", "double x;", 2, true},
    {"extern const int x; int f(void) { return x; }", "int x;", 2, true},
    {"extern int x __asm__(\"y\"); int f(void) { return x; }", "int x;", 2, true},
    {"struct s { int a; }; extern struct s x; int f(void) { return x.a; }",
     "struct s { int a; long b; }; struct s x;", 2, true},
};

static void test_variables(void)
{
    for (size_t k = 0; k < sizeof variables / sizeof *variables; k++) {
        struct linked linked = link_texts(variables[k].a, variables[k].b);
        for (size_t u = 0; u < 2; u++) {
            CU_ASSERT_EQUAL(count_globals(linked.units[u], "x"), variables[k].entities);
            CU_ASSERT_EQUAL(linked.units[u]->has_aliases, variables[k].may_overlap);
        }
        arena_free(linked.arena);
    }
}

/* The address is taken in the other file; the mention becomes one of the variable of both. */
static void test_uses(void)
{
    struct linked linked = link_texts("extern int x[]; int f(void) { return x[1]; }",
                                      "int x[4]; int *g(void) { return x; }");
    const struct function *f = function_of_unit(&linked, 0, "f");
    const struct expr *e = f->body->stmts.items[0]->expr;
    while (e->kind != EXPR_VAR)
        e = e->args[0];
    CU_ASSERT_TRUE(e->var->address_taken);
    CU_ASSERT_EQUAL(e->var->type->size, 16);
    CU_ASSERT_PTR_EQUAL(e->var->unit, linked.units[1]);
    arena_free(linked.arena);
}

static const struct {
    const char *a, *b;
    bool known;
} records[] = {
    {"struct s { int a; struct s *next; } x;", "struct s { int a; struct s *next; } *y;", true},
    {"struct s { int a; struct s *next; } x;", "struct s { int a; struct t *next; } *y;", false},
    {"struct s { int a, b; } x;", "struct s { int b, a; } *y;", false},
    {"struct s { int a : 3, b : 5; } x;", "struct s { int a : 4, b : 4; } *y;", false},
    {"struct s; struct s *x;", "struct s { int a; } *y;", false},
    {"union s { int a; } x;", "struct s { int a; } *y;", false},
    {"typedef struct { int a; } s; s x;", "typedef struct { int a; } s; s *y;", true},
};

/* Whether a.c can name the members of what b.c's y points to. */
static void test_records(void)
{
    for (size_t k = 0; k < sizeof records / sizeof *records; k++) {
        struct linked linked = link_texts(records[k].a, records[k].b);
        const struct unit *unit = linked.units[0];
        for (size_t g = 0; g < unit->globals.count; g++)
            if (!strcmp(unit->globals.items[g]->name, "y")) {
                const struct type *record = unit->globals.items[g]->type->target;
                if (record_is_known(unit, record) != records[k].known) {
                    CU_FAIL("a record is known, or is not");
                    printf("\n%s\n%s\n", records[k].a, records[k].b);
                }
                CU_ASSERT_TRUE(record_is_known(linked.units[1], record));
            }
        arena_free(linked.arena);
    }
}

/* What one unit says of itself holds for both, and ids do not repeat. */
static void test_facts(void)
{
    struct linked linked =
        link_texts("static int a(void) { return 1; } int b(void) { return a(); }",
                   "int c; /* cleanup */ static int a(void) { return c; }\n"
                   "int d(void) { return a(); }");
    const struct unit *unit = linked.units[0];
    CU_ASSERT_TRUE(unit->has_cleanups);
    CU_ASSERT_EQUAL(unit->functions.count, 4);
    CU_ASSERT_EQUAL(unit->functions.count, linked.units[1]->functions.count);
    for (size_t k = 1; k < unit->functions.count; k++)
        for (size_t i = 0; i < k; i++)
            CU_ASSERT_NOT_EQUAL(unit->functions.items[k]->id, unit->functions.items[i]->id);
    arena_free(linked.arena);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("link", NULL, NULL);
    CU_add_test(suite, "functions", test_functions);
    CU_add_test(suite, "a name of the library", test_library_name);
    CU_add_test(suite, "variables", test_variables);
    CU_add_test(suite, "uses", test_uses);
    CU_add_test(suite, "records", test_records);
    CU_add_test(suite, "facts", test_facts);
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
