/*
 * Polynomials. Operands are built from lists of terms, results are printed by this file's own
 * printer in the order in which they are stored, and compared with what algebra says. The atoms are
 * a, b, c, d, e, f (symbols), i (the counter), k (of an inner loop), o (opaque), and the derived
 * q = (i + a) / 2 and r = (a + b) % 3; their ids ascend in this order.
 */
#include "analysis/poly.h"
#include "buf.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static struct arena *arena;
static struct atom atoms[11];
static const char names[] = "abcdefikoqr";

static struct atom *atom(char name)
{
    return &atoms[strchr(names, name) - names];
}

/* ---- text to polynomial and back ---------------------------------------------------------- */

/* "2ab 3 -1i" is 2*a*b + 3 - i; "?" is NULL, "" is 0. A lone letter has the coefficient 1. */
static const struct poly *make(const char *text)
{
    const struct poly *sum = poly_constant(arena, 0);
    if (!strcmp(text, "?"))
        return NULL;
    while (*text) {
        char *end;
        long long coefficient = strtoll(text, &end, 10);
        const struct poly *term = poly_constant(arena, end == text ? 1 : coefficient);
        for (text = end; *text && *text != ' '; text++)
            term = poly_multiply(arena, term, poly_atom(arena, atom(*text)));
        sum = poly_add(arena, sum, term);
        text += *text == ' ';
    }
    return sum;
}

static const char *print(const struct poly *value)
{
    struct buf text = {0};
    if (!value)
        return "?";
    for (size_t k = 0; k < value->count; k++) {
        const struct term *term = &value->terms[k];
        buf_printf(&text, "%s%lld", k ? " " : "", (long long)term->coefficient);
        for (unsigned d = 0; d < term->degree; d++)
            buf_printf(&text, "%c", names[term->atoms[d]->id]);
    }
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static void check(const char *what, const struct poly *value, const char *expected)
{
    const char *printed = print(value);
    if (strcmp(printed, expected) != 0)
        printf("\n%s\n  gives    '%s'\n  expected '%s'\n", what, printed, expected);
    CU_ASSERT_STRING_EQUAL(printed, expected);
}

static int set_up(void)
{
    static const enum atom_kind kinds[] = {ATOM_SYMBOL, ATOM_SYMBOL,  ATOM_SYMBOL,  ATOM_SYMBOL,
                                           ATOM_SYMBOL, ATOM_SYMBOL,  ATOM_COUNTER, ATOM_INNER,
                                           ATOM_OPAQUE, ATOM_DERIVED, ATOM_DERIVED};
    arena = arena_new();
    for (unsigned k = 0; k < COUNT(atoms); k++)
        atoms[k] = (struct atom){.kind = kinds[k], .id = k};
    atom('q')->derivation = DERIVED_QUOTIENT;
    atom('q')->operands[0] = make("i a");
    atom('q')->divisor = 2;
    atom('r')->derivation = DERIVED_REMAINDER;
    atom('r')->operands[0] = make("a b");
    atom('r')->divisor = 3;
    return 0;
}

static int tear_down(void)
{
    arena_free(arena);
    return 0;
}

/* ---- arithmetic --------------------------------------------------------------------------- */

#define MAX      "9223372036854775807"
#define MIN      "-9223372036854775808"
#define TWENTY_3 "ab ac ad ae af bc bd be bf cd ce cf de df ef a b c d e f aa bb"

struct binary_case {
    char op; /* + - * */
    const char *left, *right, *expected;
};

static const struct binary_case binary_cases[] = {
    {'+', "", "", ""},
    {'+', "2", "-2", ""},
    {'+', "a", "b", "1a 1b"},
    {'+', "b", "a", "1a 1b"},
    {'+', "2a 5", "-2a 3i", "3i 5"},
    {'+', "a b", "-1b -1a", ""},
    {'+', "ab", "ba", "2ab"},
    {'+', "?", "1", "?"},
    {'+', "1", "?", "?"},
    {'+', MAX, "1", "?"},
    {'+', MAX, MIN, "-1"},
    {'+', MIN, "-1", "?"},
    {'+', MAX "a", "a", "?"},
    {'+', MAX "a", "b", MAX "a 1b"},
    {'-', "", "a", "-1a"},
    {'-', "a", "a", ""},
    {'-', "3i 4", "i 4", "2i"},
    {'-', "?", "?", "?"},
    {'-', MIN, "1", "?"},
    {'-', "0", MAX, "-" MAX},
    {'-', "0", MIN, "?"},
    {'-', "1a", MIN "a", "?"},
    {'*', "a", "", ""},
    {'*', "2a", "3b", "6ab"},
    {'*', "b", "a", "1ab"},
    {'*', "a b", "a -1b", "1aa -1bb"},
    {'*', "a 1", "a 1", "1aa 2a 1"},
    {'*', "i k 2", "a", "1ai 1ak 2a"},
    {'*', "kia", "b", "1abik"},
    {'*', "?", "", "?"},
    {'*', "", "?", "?"},
    {'*', "4294967296", "2147483647", "9223372032559808512"},
    {'*', "4294967296", "2147483648", "?"},
    {'*', "-4294967296", "2147483648", MIN},
    {'*', MIN, "-1", "?"},
    {'*', MAX "a", "2b", "?"},
    {'*', "4611686018427387904a 4611686018427387904b", "a b", "?"}, /* ab twice */
    {'*', "4611686018427387904a", "a b", "4611686018427387904aa 4611686018427387904ab"},
    {'*', "4611686018427387904a 1b", "a 4611686018427387904b", "?"},
    /* degree 4 is the limit, whatever the coefficients */
    {'*', "abcd", "3", "3abcd"},
    {'*', "abcd", "a", "?"},
    {'*', "abc", "de", "?"},
    {'*', "abc 1", "d", "1abcd 1d"},
    {'*', "aa", "aa", "1aaaa"},
    {'*', "aab", "aa", "?"},
    {'*', "abcd", "", ""},
    /* 24 terms are the limit */
    {'+', TWENTY_3, "1",
     "1aa 1ab 1ac 1ad 1ae 1af 1bb 1bc 1bd 1be 1bf 1cd 1ce 1cf 1de 1df 1ef"
     " 1a 1b 1c 1d 1e 1f 1"},
    {'+', TWENTY_3, "i 1", "?"},
    {'+', TWENTY_3 " 1", "-1 i", "?"}, /* the constant goes last, when it is too late */
    {'-', TWENTY_3, TWENTY_3, ""},
    {'*', "a b c d e", "a b c d e", "1aa 2ab 2ac 2ad 2ae 1bb 2bc 2bd 2be 1cc 2cd 2ce 1dd 2de 1ee"},
    {'*', "a b c d e f 1", "a b c d e f 1", "?"},
};

static void test_arithmetic(void)
{
    for (size_t k = 0; k < COUNT(binary_cases); k++) {
        const struct binary_case *c = &binary_cases[k];
        const struct poly *left = make(c->left), *right = make(c->right);
        const struct poly *value = c->op == '+'   ? poly_add(arena, left, right)
                                   : c->op == '-' ? poly_subtract(arena, left, right)
                                                  : poly_multiply(arena, left, right);
        check(arena_printf(arena, "(%s) %c (%s)", c->left, c->op, c->right), value, c->expected);
    }
}

static void test_scale(void)
{
    static const struct {
        const char *value;
        int64_t factor;
        const char *expected;
    } cases[] = {
        {"2a 3", 2, "4a 6"}, {"2a 3", -1, "-2a -3"},    {"2a 3", 0, ""},
        {"?", 0, "?"},       {MAX, -1, "-" MAX},        {MIN, -1, "?"},
        {MAX "a", 2, "?"},   {"a", INT64_MIN, MIN "a"}, {"2a", INT64_MIN, "?"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check(
            arena_printf(arena, "(%s) scaled by %lld", cases[k].value, (long long)cases[k].factor),
            poly_scale(arena, make(cases[k].value), cases[k].factor), cases[k].expected);
}

static void test_divide_exactly(void)
{
    static const struct {
        const char *value;
        int64_t divisor;
        const char *expected;
    } cases[] = {
        {"6a 4", 2, "3a 2"},   {"6a 3", 2, "?"},
        {"5a 4", 2, "?"},      {"-6a -4", 2, "-3a -2"},
        {"-3", 2, "?"},        {"", 7, ""},
        {"7ab", 7, "1ab"},     {"7ab 1", 7, "?"},
        {"?", 1, "?"},         {MIN, 2, "-4611686018427387904"},
        {MAX "i", 1, MAX "i"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check(arena_printf(arena, "(%s) / %lld", cases[k].value, (long long)cases[k].divisor),
              poly_divide_exactly(arena, make(cases[k].value), cases[k].divisor),
              cases[k].expected);
}

/* Terms are stored by falling degree, then by the atoms' ids, however they came together. */
static void test_canonical_order(void)
{
    static const char *const terms[] = {"2", "3a", "5i", "7ab", "11ai", "13bb", "17abc"};
    enum { LENGTH = COUNT(terms) };
    const struct poly *expected = NULL;
    unsigned state = 1;
    for (int round = 0; round < 200; round++) {
        const char *order[LENGTH];
        memcpy(order, terms, sizeof order);
        for (size_t k = LENGTH - 1; k > 0; k--) {
            size_t other = (size_t)rand_r(&state) % (k + 1);
            const char *swap = order[k];
            order[k] = order[other];
            order[other] = swap;
        }
        const struct poly *sum = poly_constant(arena, 0);
        for (size_t k = 0; k < LENGTH; k++)
            sum = poly_add(arena, sum, make(order[k]));
        check("a shuffled sum", sum, "17abc 7ab 11ai 13bb 3a 5i 2");
        CU_ASSERT_TRUE(!expected || poly_equal(expected, sum));
        expected = sum;
    }
}

/* ---- replacing ---------------------------------------------------------------------------- */

static void test_replace(void)
{
    static const struct {
        const char *value;
        char atom;
        const char *by, *expected;
    } cases[] = {
        {"ii 2i 1", 'i', "i 1", "1ii 4i 4"},
        {"ab", 'a', "b", "1bb"},
        {"3ai 4a", 'i', "", "4a"},
        {"3ai 4a", 'i', "-2", "-2a"},
        {"3ai 4a", 'k', "7", "3ai 4a"},
        {"a", 'a', "b c", "1b 1c"},
        {"a", 'a', "?", "?"},
        {"b", 'a', "?", "?"},
        {"?", 'a', "b", "?"},
        {"", 'a', "b", ""},
        {"q", 'i', "1", "?"}, /* (i + a) / 2 is not computed anew */
        {"q", 'a', "1", "?"},
        {"q", 'b', "1", "1q"},
        {"q i", 'i', "1", "?"},
        {"q", 'q', "i", "1i"}, /* the derived atom itself can go */
        {"r", 'i', "1", "1r"},
        {"aa", 'a', "aab", "?"}, /* degree 6 */
        {"aa", 'a', "ab", "1aabb"},
        {"4611686018427387904a", 'a', "2", "?"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check(
            arena_printf(arena, "(%s) with %c = (%s)", cases[k].value, cases[k].atom, cases[k].by),
            poly_replace(arena, make(cases[k].value), atom(cases[k].atom), make(cases[k].by)),
            cases[k].expected);
}

/* ---- questions ---------------------------------------------------------------------------- */

static void test_questions(void)
{
    static const struct {
        const char *value;
        bool mentions_i, is_invariant, is_opaque;
        int64_t coefficient_of_i, constant_term;
    } cases[] = {
        {"", false, true, false, 0, 0},        {"5", false, true, false, 0, 5},
        {"3i -5", true, false, false, 3, -5},  {"2ai 5", true, false, false, 0, 5},
        {"ii", true, false, false, 0, 0},      {"a b", false, true, false, 0, 0},
        {"2k", false, false, false, 0, 0},     {"o", false, false, true, 0, 0},
        {"q", true, false, false, 0, 0},       {"r 1", false, true, false, 0, 1},
        {"ar -1i", true, false, false, -1, 0},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        const struct poly *value = make(cases[k].value);
        bool fine = poly_mentions(value, atom('i')) == cases[k].mentions_i &&
                    poly_is_invariant(value) == cases[k].is_invariant &&
                    poly_is_opaque(value) == cases[k].is_opaque &&
                    poly_coefficient(value, atom('i')) == cases[k].coefficient_of_i &&
                    poly_constant_term(value) == cases[k].constant_term;
        if (!fine)
            printf("\nthe answers about '%s' are wrong\n", cases[k].value);
        CU_ASSERT_TRUE(fine);
    }
    CU_ASSERT_TRUE(poly_mentions(NULL, atom('i')));
    CU_ASSERT_FALSE(poly_is_invariant(NULL));
    CU_ASSERT_TRUE(poly_is_opaque(NULL));
    CU_ASSERT_TRUE(poly_mentions(make("q"), atom('a')));
    CU_ASSERT_FALSE(poly_mentions(make("q"), atom('b')));
}

static void test_opaque_inside(void)
{
    struct atom wrap = {
        .kind = ATOM_DERIVED, .id = 9, .derivation = DERIVED_WRAP, .operands = {make("o 1")}};
    const struct poly *value = poly_atom(arena, &wrap);
    CU_ASSERT_TRUE(poly_is_opaque(value));
    CU_ASSERT_FALSE(poly_is_invariant(value));
    CU_ASSERT_TRUE(poly_mentions(value, atom('o')));
    struct atom unknown = {.kind = ATOM_DERIVED, .id = 9, .derivation = DERIVED_WRAP};
    value = poly_atom(arena, &unknown);
    CU_ASSERT_TRUE(poly_mentions(value, atom('i')));
    CU_ASSERT_TRUE(poly_is_opaque(value));
}

static void test_comparisons(void)
{
    static const struct {
        const char *left, *right;
        bool is_equal, is_difference;
        int64_t difference;
    } cases[] = {
        {"", "", true, true, 0},
        {"5", "5", true, true, 0},
        {"5", "3", false, true, 2},
        {"a 5", "a 8", false, true, -3},
        {"a", "a 5", false, true, -5},
        {"a b", "a", false, false, 0},
        {"a", "a b", false, false, 0},
        {"a 5", "b 5", false, false, 0},
        {"2a", "a", false, false, 0},
        {"a", "", false, false, 0},
        {"ab", "ba", true, true, 0},
        {"q", "q", true, true, 0},
        {"q", "r", false, false, 0},
        {MAX, "-1", false, false, 0},
        {MAX, "0", false, true, INT64_MAX},
        {"?", "?", false, false, 0},
        {"?", "1", false, false, 0},
        {"1", "?", false, false, 0},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        const struct poly *left = make(cases[k].left), *right = make(cases[k].right);
        int64_t difference = 0;
        bool is_difference = poly_constant_difference(left, right, &difference);
        bool fine = poly_equal(left, right) == cases[k].is_equal &&
                    is_difference == cases[k].is_difference &&
                    (!is_difference || difference == cases[k].difference);
        if (!fine)
            printf("\n'%s' and '%s' are compared wrongly\n", cases[k].left, cases[k].right);
        CU_ASSERT_TRUE(fine);
    }
}

static void test_constants(void)
{
    int64_t value = 7;
    CU_ASSERT_FALSE(poly_is_constant(NULL, &value));
    CU_ASSERT_FALSE(poly_is_constant(make("a"), &value));
    CU_ASSERT_FALSE(poly_is_constant(make("a 1"), &value));
    CU_ASSERT_FALSE(poly_is_constant(make("a b"), &value));
    CU_ASSERT_EQUAL(value, 7);
    CU_ASSERT_TRUE(poly_is_constant(make(""), &value) && value == 0);
    CU_ASSERT_TRUE(poly_is_constant(make("-3"), &value) && value == -3);
    CU_ASSERT_TRUE(poly_is_constant(poly_constant(arena, INT64_MIN), &value));
    CU_ASSERT_EQUAL(value, INT64_MIN);
}

/* Sums and products of random polynomials agree with their values at random points. */
static void test_against_values(void)
{
    unsigned state = 7;
    for (int round = 0; round < 500; round++) {
        int64_t at[3], value[2] = {0, 0};
        const struct poly *poly[2];
        for (int k = 0; k < 3; k++)
            at[k] = rand_r(&state) % 21 - 10;
        for (int p = 0; p < 2; p++) {
            poly[p] = poly_constant(arena, 0);
            for (int t = 0; t < 4; t++) {
                int64_t coefficient = rand_r(&state) % 11 - 5, product = coefficient;
                const struct poly *term = poly_constant(arena, coefficient);
                for (int d = rand_r(&state) % 3; d > 0; d--) {
                    int chosen = rand_r(&state) % 3;
                    term = poly_multiply(arena, term, poly_atom(arena, &atoms[chosen]));
                    product *= at[chosen];
                }
                poly[p] = poly_add(arena, poly[p], term);
                value[p] += product;
            }
        }
        const struct poly *results[] = {poly_add(arena, poly[0], poly[1]),
                                        poly_subtract(arena, poly[0], poly[1]),
                                        poly_multiply(arena, poly[0], poly[1])};
        const int64_t expected[] = {value[0] + value[1], value[0] - value[1], value[0] * value[1]};
        for (int r = 0; r < 3; r++) {
            int64_t found;
            for (int k = 0; k < 3; k++)
                results[r] =
                    poly_replace(arena, results[r], &atoms[k], poly_constant(arena, at[k]));
            CU_ASSERT_TRUE(poly_is_constant(results[r], &found) && found == expected[r]);
        }
    }
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("poly", set_up, tear_down);
    CU_add_test(suite, "arithmetic", test_arithmetic);
    CU_add_test(suite, "scale", test_scale);
    CU_add_test(suite, "divide exactly", test_divide_exactly);
    CU_add_test(suite, "canonical order", test_canonical_order);
    CU_add_test(suite, "replace", test_replace);
    CU_add_test(suite, "questions", test_questions);
    CU_add_test(suite, "opaque inside", test_opaque_inside);
    CU_add_test(suite, "comparisons", test_comparisons);
    CU_add_test(suite, "constants", test_constants);
    CU_add_test(suite, "against values", test_against_values);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
