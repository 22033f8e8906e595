/*
 * The annotated loops of a snippet, for tests of what stands behind the model of a loop. A snippet
 * is a whole file; FUNCTION below makes one of a piece of code.
 */
#ifndef PPCC_TESTS_SNIPPET_LOOP_H
#define PPCC_TESTS_SNIPPET_LOOP_H

#include "analysis/alias.h"
#include "analysis/depend.h"
#include "analysis/plan.h"
#include "analysis/split.h"
#include "analysis/walk.h"
#include "frontend/frontend.h"
#include "message_text.h"
#include "pragma/parse.h"
#include "stages.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

/* Everything that was made of one snippet. */
struct snippet {
    struct arena *arena;
    struct diags diags;
    struct pragmas pragmas;
    struct unit *unit;
    LIST_OF(struct loop *) loops; /* NULL for one that is no canonical loop */
};

static inline void snippet_close(struct snippet *snippet)
{
    arena_free(snippet->arena);
}

/* A failed test, with clang's messages, when TEXT is not C; then there are no loops. */
static inline struct snippet snippet_open(const char *text)
{
    struct snippet s = {.arena = arena_new()};
    struct frontend_options options = {0};
    diags_init(&s.diags, s.arena);
    struct frontend *frontend =
        frontend_open(s.arena, "test.c", text, strlen(text), &options, &s.diags);
    if (frontend) {
        frontend_scan(frontend, &s.pragmas, &s.diags);
        for (size_t k = 0; k < s.pragmas.list.count; k++)
            pragma_parse(s.pragmas.list.items[k], s.arena, &s.diags);
        s.unit = frontend_model(frontend, &s.pragmas, &s.diags);
        frontend_close(frontend);
    }
    if (!s.unit) {
        CU_FAIL("the snippet is not C");
        printf("\n%s\n", text);
        print_messages(stdout, &(struct text_style){0}, &s.diags, NULL);
        return s;
    }
    summarise(s.unit);
    for (size_t k = 0; k < s.pragmas.list.count; k++)
        LIST_PUSH(s.arena, s.loops, loop_model(s.unit, s.pragmas.list.items[k], &s.diags));
    return s;
}

/* The first loop of the snippet, with its trace; NULL, and a failed test, when there is none. End
 * its use with trace_close(loop->trace). */
static inline struct loop *snippet_trace(struct snippet *s)
{
    struct loop *loop = s->loops.count ? s->loops.items[0] : NULL;
    if (!loop) {
        CU_FAIL("the snippet has no loop");
        if (s->unit)
            print_messages(stdout, &(struct text_style){0}, &s->diags, s->unit);
        return NULL;
    }
    loop->trace = walk_loop(s->unit, loop, false);
    return loop;
}

static inline struct object *find_object(const struct trace *trace, const char *name)
{
    for (size_t k = 0; k < trace->objects.count; k++)
        if (!strcmp(trace->objects.items[k]->name, name))
            return trace->objects.items[k];
    return NULL;
}

/* Compares two texts, and shows both with the snippet when they differ. */
static inline void check_text(const char *snippet, const char *found, const char *expected)
{
    CU_ASSERT_STRING_EQUAL(found, expected);
    if (strcmp(found, expected) != 0)
        printf("\n%s\n--- expected\n%s\n--- found\n%s\n", snippet, expected, found);
}

/* Runs the tests of a suite; the result is that of main. */
struct named_test {
    const char *name;
    void (*test)(void);
};

static inline int run_suite(const char *name, const struct named_test *tests, size_t count)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite(name, NULL, NULL);
    for (size_t k = 0; k < count; k++)
        CU_add_test(suite, tests[k].name, tests[k].test);
    CU_basic_run_tests();
    bool has_failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return has_failed;
}

#endif
