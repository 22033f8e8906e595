/* Numbers, times and strings as they stand in files about a run; and files that are there whole. */
#include "api.h"
#include "printer.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static char folder[] = "/tmp/printerXXXXXX", name[64], text[1 << 16];

static void read_back(void)
{
    FILE *file = fopen(name, "r");
    size_t length = file != NULL ? fread(text, 1, sizeof text - 1, file) : 0;
    text[length] = '\0';
    if (file != NULL)
        fclose(file);
}

static const char *string;

static void print_it(struct printer *printer, const struct journal *journal)
{
    (void)journal;
    print_string(printer, string);
}

static void test_strings(void)
{
    static const struct {
        const char *text, *printed;
    } cases[] = {
        {"", "\"\""},
        {"sweep.c:12", "\"sweep.c:12\""},
        {"a \"b\" \\ c", "\"a \\u0022b\\u0022 \\u005c c\""},
        {"</script>", "\"\\u003c/script>\""},
        {"tab\tline\n\x7f", "\"tab\\u0009line\\u000a\\u007f\""},
        {"\xc3\xa4 \xe2\x82\xac \xf0\x9f\x98\x80", "\"\xc3\xa4 \xe2\x82\xac \xf0\x9f\x98\x80\""},
        {"\xe4 \xc3 \xc0\x80", "\"? ? ??\""},
        {"\xed\xa0\x80", "\"???\""},      /* a surrogate */
        {"\xf4\x90\x80\x80", "\"????\""}, /* beyond the last character */
        {"\xe2\x82", "\"??\""},           /* cut off */
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        string = cases[k].text;
        printer_write(name, print_it, NULL);
        read_back();
        CU_ASSERT_STRING_EQUAL(text, cases[k].printed);
    }
}

static int64_t nanoseconds;
static int digits;

static void print_the_time(struct printer *printer, const struct journal *journal)
{
    (void)journal;
    print_time(printer, nanoseconds, digits);
}

static void test_times(void)
{
    static const struct {
        int64_t nanoseconds;
        int digits;
        const char *printed;
    } cases[] = {
        {0, 3, "0.000"},
        {1, 3, "0.001"},
        {1234567, 3, "1234.567"},
        {-5, 3, "0.000"},
        {1500000000, 9, "1.500"},
        {1700000000123999999, 9, "1700000000.123"},
        {INT64_MAX, 3, "9223372036854775.807"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        nanoseconds = cases[k].nanoseconds;
        digits = cases[k].digits;
        printer_write(name, print_the_time, NULL);
        read_back();
        CU_ASSERT_STRING_EQUAL(text, cases[k].printed);
    }
}

static void print_much(struct printer *printer, const struct journal *journal)
{
    (void)journal;
    for (int k = 0; k < 100000; k++)
        print_text(printer, "much ");
}

/* A file that cannot be written leaves the old one, and nothing beside it. */
static void test_old_file_stays(void)
{
    struct rlimit before, little = {.rlim_cur = 100000};
    string = "old";
    printer_write(name, print_it, NULL);
    getrlimit(RLIMIT_FSIZE, &before);
    little.rlim_max = before.rlim_max;
    setrlimit(RLIMIT_FSIZE, &little);
    printer_write(name, print_much, NULL);
    setrlimit(RLIMIT_FSIZE, &before);
    read_back();
    CU_ASSERT_STRING_EQUAL(text, "\"old\"");
}

/* A link stays, and what it leads to is written anew. */
static void test_link(void)
{
    char link[80];
    snprintf(link, sizeof link, "%s.link", name);
    CU_ASSERT_EQUAL(symlink(name, link), 0);
    string = "short";
    printer_write(link, print_it, NULL);
    read_back();
    CU_ASSERT_STRING_EQUAL(text, "\"short\"");
    CU_ASSERT(readlink(link, text, sizeof text) > 0);
    CU_ASSERT_EQUAL(unlink(link), 0);
}

int main(void)
{
    if (mkdtemp(folder) == NULL)
        return 1;
    snprintf(name, sizeof name, "%s/file", folder);
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("printer", NULL, NULL);
    CU_add_test(suite, "strings", test_strings);
    CU_add_test(suite, "times", test_times);
    CU_add_test(suite, "old file stays", test_old_file_stays);
    CU_add_test(suite, "link", test_link);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    unlink(name);
    return rmdir(folder) != 0 || failures != 0; /* nothing else is in it */
}
