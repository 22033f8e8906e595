/* Addresses of this program, and of others, by their names; and the command that is named. */
#include "only.h"
#include "symbols.h"

#include <CUnit/Basic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int main(void);
int named_function(int value);

__attribute__((noinline)) int named_function(int value)
{
    return value + 1;
}

static void *place_of(int (*function)(int), size_t offset)
{
    return (char *)(uintptr_t)function + offset;
}

static void test_own(void)
{
    char text[200], small[8];
    CU_ASSERT(!symbols_name(place_of(named_function, 0), 0, text, sizeof text));
    CU_ASSERT_STRING_EQUAL(text, "named_function+0");
    CU_ASSERT(!symbols_name(place_of(named_function, 1), 0, text, sizeof text));
    CU_ASSERT_STRING_EQUAL(text, "named_function+0x1");
    CU_ASSERT(!symbols_name(place_of(named_function, 2), 1, text, sizeof text));
    CU_ASSERT_STRING_EQUAL(text, "named_function+0x2");
    CU_ASSERT(symbols_name((char *)(uintptr_t)main + 1, 1, text, sizeof text));
    symbols_name(place_of(named_function, 0), 0, small, sizeof small);
    CU_ASSERT_STRING_EQUAL(small, "named_f");
}

/* What is nowhere, what is data, what is a library's. */
static void test_others(void)
{
    static int data;
    char text[400];
    CU_ASSERT(!symbols_name((void *)16, 0, text, sizeof text));
    CU_ASSERT_STRING_EQUAL(text, "0x10");
    symbols_name(&data, 0, text, sizeof text);
    CU_ASSERT(strstr(text, " in the program") != NULL);
    symbols_name((void *)(uintptr_t)puts, 0, text, sizeof text);
    CU_ASSERT(strstr(text, "libc") != NULL || strstr(text, "puts") != NULL);
}

static int outside[5];

/* With what compilers make of the names of those in functions. */
static void test_variables(void)
{
    static long inside;
    int automatic = 0;
    struct variable variable;
    inside = outside[3] = 1;
    CU_ASSERT_FATAL(symbols_variable((uintptr_t)&outside[3] + 1, &variable));
    CU_ASSERT_STRING_EQUAL(variable.name, "outside");
    CU_ASSERT_EQUAL(variable.start, (uintptr_t)outside);
    CU_ASSERT_EQUAL(variable.size, sizeof outside);
    CU_ASSERT_FATAL(symbols_variable((uintptr_t)&inside, &variable));
    CU_ASSERT_STRING_EQUAL(variable.name, "inside");
    CU_ASSERT_EQUAL(variable.size, sizeof inside);
    CU_ASSERT(!symbols_variable((uintptr_t)&automatic, &variable));
    CU_ASSERT_EQUAL(variable.start, 0);
}

static void test_command(void)
{
    char text[400], small[16];
    only_command(17, text, sizeof text);
    CU_ASSERT(strstr(text, ":17 ") != NULL && strstr(text, "symbols_test") != NULL);
    only_command(17, small, sizeof small);
    CU_ASSERT(strncmp(small, text, sizeof small - 1) == 0 && strlen(small) == sizeof small - 1);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("symbols", NULL, NULL);
    CU_add_test(suite, "own", test_own);
    CU_add_test(suite, "others", test_others);
    CU_add_test(suite, "variables", test_variables);
    CU_add_test(suite, "command", test_command);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
