/*
 * How what is written may leave a worker: for each write of a result "fine", "packed", "unknown" or
 * "never", and the way to what is in the way.
 */
#include "analysis/cost.h"
#include "analysis/serial.h"
#include "snippet_loop.h"

struct passage_case {
    const char *body, *passages;
};

static bool is_result(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
}

static void check_case(const struct passage_case *c)
{
    static const char *const words[] = {"fine", "packed", "unknown", "never"};
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena,
        "#include <fcntl.h>\n#include <stdlib.h>\n#include <string.h>\n"
        "struct pair { char *name; long number; struct pair *next; } pairs[100];\n"
        "union both { char *p; long n; };\n"
        "char *names[100], *kept[100], bytes[100][8]; long numbers[100]; static char *hidden[9];\n"
        "static struct pair make(char *name, long n) { struct pair p; p.name = name; p.number = n;"
        " p.next = 0; return p; }\n"
        "static void set(char **to, char *from) { *to = from; }\n"
        "static char *last(int depth) { return depth ? last(depth - 1) : malloc(3); }\n"
        "void f(char *old) {\n#pragma ppar for\n"
        "for (int i = 0; i < 100; i++) { %s } }",
        c->body);
    struct snippet s = snippet_open(text);
    struct loop *loop = snippet_trace(&s);
    struct buf found = {0};
    for (size_t k = 0; loop && k < loop->trace->accesses.count; k++) {
        const struct access *access = &loop->trace->accesses.items[k];
        if (!access->is_write || !is_result(access->object))
            continue;
        const struct passage passage = find_passage(loop, access);
        buf_printf(&found, "%s%s", found.length ? "; " : "", words[passage.crossing]);
        if (passage.crossing != CROSSES_AS_IT_IS)
            buf_printf(&found, " %s%s", passage.path, passage.is_number ? " (number)" : "");
    }
    check_text(c->body, buf_text(&found), c->passages);
    buf_release(&found);
    if (loop)
        trace_close(loop->trace);
    snippet_close(&s);
    arena_free(arena);
}

static void check_cases(const struct passage_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_old(void)
{
    static const struct passage_case cases[] = {
        {"kept[i] = old;", "fine"},
        {"kept[i] = names[i];", "fine"},
        {"kept[i] = \"text\";", "fine"},
        {"kept[i] = (void *)0;", "fine"},
        {"kept[i] = (char *)(long)&pairs[i];", "fine"},
        {"kept[i] = bytes[i] + 3;", "fine"},
        {"pairs[i] = make(old, i);", "fine"},
        {"set(&kept[i], names[i]);", "fine"},
        {"char *own = malloc(3); own[0] = 0; kept[i] = own ? old : names[i];", "fine"},
        {"struct pair p = {malloc(3), i, 0}; numbers[i] = p.number;", "fine"},
        {"numbers[i] = malloc(3) != 0;", "fine"},
        {"char *p = malloc(9), *q = p + i % 9; numbers[i] = q - p;", "fine"},
        {"char a[2][4]; char *p = a[0]; a[1][0] = 1; p[0] = a[1][0]; numbers[i] = p[0];", "fine"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_blocks(void)
{
    static const struct passage_case cases[] = {
        {"kept[i] = malloc(3);", "packed kept[i]"},
        {"kept[i] = last(3);", "packed kept[i]"},
        {"pairs[i] = make(malloc(3), 2);", "packed pairs[i].name"},
        {"pairs[i].next = malloc(9);", "packed pairs[i].next"},
        {"set(&kept[i], malloc(3));", "packed kept[i]"},
        {"struct pair *p = malloc(99); p->next = p; pairs[i].next = p;", "packed pairs[i].next"},
        {"hidden[0] = malloc(3); kept[i] = hidden[i % 1];", "packed hidden[0]; packed kept[i]"},
        {"char *t[2] = {malloc(2), old}; kept[i] = t[1];", "packed kept[i]"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_never(void)
{
    static const struct passage_case cases[] = {
        {"int k = i; kept[i] = (char *)&k;", "never kept[i]"},
        {"kept[i] = __builtin_alloca(3);", "never kept[i]"},
        {"kept[i] = (char[]){1, 2};", "never kept[i]"},
        {"pairs[i].next = &(struct pair){old, 1, 0};", "never pairs[i].next"},
        {"numbers[i] = open(\"x\", 0);", "never numbers[i]"},
        {"numbers[i] = (long)malloc(3);", "never numbers[i] (number)"},
        {"numbers[i] += (long)malloc(3) >> 4;", "never numbers[i] (number)"},
        {"union both b; b.p = malloc(3); numbers[i] = b.n;", "never numbers[i] (number)"},
        {"char *p = malloc(3); memcpy(bytes[i], &p, 8);", "never bytes[i][0] (number)"},
        {"pairs[i] = make(old, (long)malloc(3));", "never pairs[i] (number)"},
        {"int k = i; struct pair *p = malloc(99); p->next = malloc(99); p->next->name = (char "
         "*)&k; "
         "pairs[i].next = p;",
         "never pairs[i].next->next->name"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_types(void)
{
    static const struct {
        const char *type, *what, *member;
    } cases[] = {
        {"struct { int a; union { long b; } pthread_mutex_t; } x;", NULL, ""},
        {"typedef union { long b; } pthread_mutex_t; struct { int a; pthread_mutex_t m; } x;",
         "a lock", ".m"},
        {"typedef struct __jmp_buf_tag { long b; } jmp_buf[1]; struct { struct { jmp_buf e; } "
         "s[2]; "
         "} x;",
         "a jmp_buf", ".s.e"},
        {"typedef struct _IO_FILE { int a; } FILE; FILE *x;", NULL, ""},
        {"typedef struct _IO_FILE { int a; } FILE; FILE x;", "an open stream", ""},
        {"__builtin_va_list x;", "a va_list", ""},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct snippet s =
            snippet_open(arena_printf(arena, "%s\nvoid f(void) { (void)x; }", cases[k].type));
        const char *member, *what = NULL;
        for (size_t g = 0; s.unit && g < s.unit->globals.count; g++)
            what = type_stays(arena, s.unit->globals.items[g]->type, &member);
        CU_ASSERT_EQUAL(!what, !cases[k].what);
        if (what && cases[k].what) {
            check_text(cases[k].type, what, cases[k].what);
            check_text(cases[k].type, member, cases[k].member);
        }
        snippet_close(&s);
        arena_free(arena);
    }
}

static void test_costs(void)
{
    static const struct {
        const char *body, *cost;
    } cases[] = {
        {"a[i] = b[i];", "in: nothing sent (800 bytes inherited), out: 8 bytes per iteration"},
        {"for (int k = 0; k < w; k++) m[i * w + k] = b[k];",
         "in: nothing sent (812 bytes inherited), out: 8 * w bytes per iteration"},
        {"if (b[i] > 0) a[i] = 1;",
         "in: nothing sent (800 bytes inherited), out: 8 bytes per iteration"},
        {"last = i;", "in: nothing sent (nothing inherited), out: nothing, 4 bytes per chunk"},
        {"sum += b[i];", "in: nothing sent (800 bytes inherited), out: 8 bytes per iteration"},
        {"last += i;", "in: nothing sent (nothing inherited), out: nothing, 4 bytes per chunk"},
        {"if (b[i] > 0) a[last++] = b[i];",
         "in: nothing sent (800 bytes inherited), out: up to 8 bytes per iteration"},
        {"for (int k = 0; k < 1000; k++) cube[i][k] = k;",
         "in: nothing sent (nothing inherited), out: 8 KB per iteration"},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        const char *text = arena_printf(arena,
                                        "double a[100], b[100], sum, cube[100][1000]; int last;\n"
                                        "void f(int w, double *restrict m) {\n#pragma ppar for\n"
                                        "for (int i = 0; i < 100; i++) { %s } }",
                                        cases[k].body);
        struct snippet s = snippet_open(text);
        struct loop *loop = s.loops.count ? s.loops.items[0] : NULL;
        CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
        analyse_loop(s.unit, loop);
        CU_ASSERT_PTR_NOT_NULL(loop->cost);
        if (loop->cost)
            check_text(cases[k].body, cost_text(arena, loop->cost), cases[k].cost);
        snippet_close(&s);
        arena_free(arena);
    }
}

static const struct named_test tests[] = {
    {"old", test_old},     {"blocks", test_blocks}, {"never", test_never},
    {"types", test_types}, {"costs", test_costs},
};

int main(void)
{
    return run_suite("serial", tests, COUNT(tests));
}
