/*
 * A snippet of C as the unit that the analyses get: for tests of what stands behind the frontend.
 */
#ifndef PPCC_TESTS_SNIPPET_UNIT_H
#define PPCC_TESTS_SNIPPET_UNIT_H

#include "frontend/frontend.h"
#include "message_text.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

/* NULL, and a failed test with clang's messages, when TEXT is not C. */
static inline struct unit *snippet_unit(struct arena *arena, const char *text)
{
    struct diags diags;
    struct pragmas pragmas = {0};
    struct frontend_options options = {0};
    struct unit *unit = NULL;
    diags_init(&diags, arena);
    struct frontend *frontend =
        frontend_open(arena, "test.c", text, strlen(text), &options, &diags);
    if (frontend) {
        frontend_scan(frontend, &pragmas, &diags);
        unit = frontend_model(frontend, &pragmas, &diags);
        frontend_close(frontend);
    }
    if (!unit) {
        CU_FAIL("the snippet is not C");
        printf("\n%s\n", text);
        print_messages(stdout, &(struct text_style){0}, &diags, NULL);
    }
    return unit;
}

static inline struct function *snippet_function(const struct unit *unit, const char *name)
{
    for (size_t k = 0; k < unit->functions.count; k++)
        if (!strcmp(unit->functions.items[k]->name, name))
            return unit->functions.items[k];
    return NULL;
}

#endif
