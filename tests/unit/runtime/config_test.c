/* What the environment may say, value by value. */
#include "api.h"
#include "config.h"

#include <CUnit/Basic.h>

static void test_workers(void)
{
    static const struct {
        const char *text;
        unsigned workers; /* 0: refused */
    } cases[] = {
        {"1", 1},   {"64", 64},  {"2147483647", 2147483647u},
        {"0", 0},   {"-1", 0},   {"+1", 0},
        {" 1", 0},  {"1 ", 0},   {"2147483648", 0},
        {"1.5", 0}, {"0x10", 0}, {"99999999999999999999999", 0},
        {"", 0},    {"many", 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        unsigned workers = 0;
        int outcome = config_parse_workers(cases[k].text, &workers);
        CU_ASSERT_EQUAL(workers, cases[k].workers);
        CU_ASSERT_EQUAL(outcome, cases[k].workers == 0 ? -1 : 0);
    }
}

static void test_schedule(void)
{
    static const struct {
        const char *text;
        int schedule; /* -1: refused */
        uint64_t chunk;
    } cases[] = {
        {"auto", PPAR_AUTO, 0},
        {"static", PPAR_STATIC, 0},
        {"dynamic,4", PPAR_DYNAMIC, 4},
        {"guided,1000000000000", PPAR_GUIDED, 1000000000000},
        {"dynamic,", -1, 0},
        {"dynamic,0", -1, 0},
        {"dynamic, 4", -1, 0},
        {"dynamic 4", -1, 0},
        {"dyn", -1, 0},
        {"dynamics", -1, 0},
        {"", -1, 0},
        {",4", -1, 0},
        {"STATIC", -1, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        int schedule = -1;
        uint64_t chunk = 0;
        int outcome = config_parse_schedule(cases[k].text, &schedule, &chunk);
        CU_ASSERT_EQUAL(schedule, cases[k].schedule);
        CU_ASSERT_EQUAL(chunk, cases[k].chunk);
        CU_ASSERT_EQUAL(outcome, cases[k].schedule < 0 ? -1 : 0);
    }
}

static void test_switch(void)
{
    int on = 7;
    CU_ASSERT_EQUAL(config_parse_switch("2", &on), -1);
    CU_ASSERT_EQUAL(config_parse_switch("", &on), -1);
    CU_ASSERT_EQUAL(config_parse_switch("1x", &on), -1);
    CU_ASSERT_EQUAL(on, 7);
    CU_ASSERT_EQUAL(config_parse_switch("1", &on), 0);
    CU_ASSERT_EQUAL(on, 1);
    CU_ASSERT_EQUAL(config_parse_switch("0", &on), 0);
    CU_ASSERT_EQUAL(on, 0);
}

static void test_policy(void)
{
    static const struct {
        const char *text;
        int policy; /* -1: refused */
    } cases[] = {
        {"stop", PPAR_STOP}, {"skip", PPAR_SKIP}, {"serial", PPAR_SERIAL}, {"", -1},
        {"Skip", -1},        {"skip ", -1},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        int policy = -1;
        int outcome = config_parse_policy(cases[k].text, &policy);
        CU_ASSERT_EQUAL(policy, cases[k].policy);
        CU_ASSERT_EQUAL(outcome, cases[k].policy < 0 ? -1 : 0);
    }
}

static void test_retries(void)
{
    unsigned retries = 7;
    CU_ASSERT_EQUAL(config_parse_retries("-1", &retries), -1);
    CU_ASSERT_EQUAL(config_parse_retries("2147483648", &retries), -1);
    CU_ASSERT_EQUAL(config_parse_retries("1.5", &retries), -1);
    CU_ASSERT_EQUAL(config_parse_retries("", &retries), -1);
    CU_ASSERT_EQUAL(retries, 7);
    CU_ASSERT_EQUAL(config_parse_retries("0", &retries), 0);
    CU_ASSERT_EQUAL(retries, 0);
    CU_ASSERT_EQUAL(config_parse_retries("12", &retries), 0);
    CU_ASSERT_EQUAL(retries, 12);
}

static void test_timeout(void)
{
    static const struct {
        const char *text;
        double seconds, medians; /* both below 0: refused */
    } cases[] = {
        {"2", 2, 0},     {"2.5", 2.5, 0},  {".5", 0.5, 0},  {"0", 0, 0},
        {"10x", 0, 10},  {"1.5x", 0, 1.5}, {"", -1, -1},    {"x", -1, -1},
        {".", -1, -1},   {"-1", -1, -1},   {"1e3", -1, -1}, {"2 ", -1, -1},
        {"2,5", -1, -1}, {"10xx", -1, -1}, {"inf", -1, -1}, {"99999999999999999999", -1, -1},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double seconds = -1, medians = -1;
        int outcome = config_parse_timeout(cases[k].text, &seconds, &medians);
        CU_ASSERT_DOUBLE_EQUAL(seconds, cases[k].seconds, 1e-12);
        CU_ASSERT_DOUBLE_EQUAL(medians, cases[k].medians, 1e-12);
        CU_ASSERT_EQUAL(outcome, cases[k].seconds < 0 ? -1 : 0);
    }
}

static void test_verify(void)
{
    static const struct {
        const char *text;
        double part; /* below 0: refused */
    } cases[] = {
        {"0", 0},     {"1", 1},  {"5%", 0.05}, {"0.5%", 0.005}, {"100%", 1}, {"101%", -1},
        {"0.05", -1}, {"2", -1}, {"%", -1},    {"5 %", -1},     {"", -1},    {"yes", -1},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double part = -1;
        int outcome = config_parse_verify(cases[k].text, &part);
        CU_ASSERT_DOUBLE_EQUAL(part, cases[k].part, 1e-12);
        CU_ASSERT_EQUAL(outcome, cases[k].part < 0 ? -1 : 0);
    }
}

static void test_only(void)
{
    static const struct {
        const char *text;
        uint64_t loop, k; /* loop 0: refused */
    } cases[] = {
        {"17", 1, 17},
        {"0", 1, 0},
        {"3:17", 3, 17},
        {"18446744073709551615", 1, UINT64_MAX},
        {"", 0, 0},
        {"0:1", 0, 0},
        {":1", 0, 0},
        {"1:", 0, 0},
        {"1:2:3", 0, 0},
        {"-1", 0, 0},
        {"18446744073709551616", 0, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        uint64_t loop = 0, iteration = 0;
        int outcome = config_parse_only(cases[k].text, &loop, &iteration);
        CU_ASSERT_EQUAL(loop, cases[k].loop);
        CU_ASSERT_EQUAL(iteration, cases[k].k);
        CU_ASSERT_EQUAL(outcome, cases[k].loop == 0 ? -1 : 0);
    }
}

static void test_quota(void)
{
    static const struct {
        const char *text;
        unsigned cpus;
    } cases[] = {
        {"max 100000\n", 0},
        {"100000 100000\n", 1},
        {"150000 100000\n", 2},
        {"1000 100000\n", 1},
        {"400000 100000", 4},
        {"100000 0", 0},
        {"", 0},
        {"what", 0},
        {"18446744073709551615 1", 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        CU_ASSERT_EQUAL(config_parse_quota(cases[k].text), cases[k].cpus);
}

static void test_bytes(void)
{
    static const struct {
        const char *text;
        uint64_t bytes; /* 0: refused */
    } cases[] = {
        {"1", 1},
        {"512M", 512ull << 20},
        {"3K", 3072},
        {"2G", 2ull << 30},
        {"1T", 1ull << 40},
        {"16777215T", 16777215ull << 40},
        {"16777216T", 0},
        {"18446744073709551615", UINT64_MAX},
        {"18446744073709551616", 0},
        {"0", 0},
        {"", 0},
        {"M", 0},
        {"5m", 0},
        {"5MB", 0},
        {"5 M", 0},
        {"-5M", 0},
        {"1.5G", 0},
        {"00000000000000000000000000000000000000001", 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        uint64_t bytes = 0;
        int outcome = config_parse_bytes(cases[k].text, &bytes);
        CU_ASSERT_EQUAL(bytes, cases[k].bytes);
        CU_ASSERT_EQUAL(outcome, cases[k].bytes == 0 ? -1 : 0);
    }
}

static void test_bind(void)
{
    static const struct {
        const char *text;
        enum bind bind; /* BIND_WIDEN: refused */
    } cases[] = {
        {"none", BIND_NONE}, {"spread", BIND_SPREAD}, {"compact", BIND_COMPACT},
        {"", BIND_WIDEN},    {"close", BIND_WIDEN},   {"none ", BIND_WIDEN},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        enum bind bind = BIND_WIDEN;
        int outcome = config_parse_bind(cases[k].text, &bind);
        CU_ASSERT_EQUAL(bind, cases[k].bind);
        CU_ASSERT_EQUAL(outcome, cases[k].bind == BIND_WIDEN ? -1 : 0);
    }
}

static void test_stay(void)
{
    static const struct {
        const char *text;
        int outcome;
        enum stay stay;
    } cases[] = {
        {"auto", 0, STAY_AUTO}, {"on", 0, STAY_ON},  {"off", 0, STAY_OFF},
        {"ON", -1, STAY_OFF},   {"1", -1, STAY_OFF}, {"", -1, STAY_OFF},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        enum stay stay = STAY_OFF;
        CU_ASSERT_EQUAL(config_parse_stay(cases[k].text, &stay), cases[k].outcome);
        CU_ASSERT_EQUAL(stay, cases[k].stay);
    }
}

static void test_seed(void)
{
    static const struct {
        const char *text;
        int outcome;
        uint64_t seed;
    } cases[] = {
        {"0", 0, 0},     {"17", 0, 17},   {"18446744073709551615", 0, UINT64_MAX},
        {"-1", -1, 99},  {"1.5", -1, 99}, {"18446744073709551616", -1, 99},
        {"0x1", -1, 99}, {"", -1, 99},    {" 1", -1, 99},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        uint64_t seed = 99;
        CU_ASSERT_EQUAL(config_parse_seed(cases[k].text, &seed), cases[k].outcome);
        CU_ASSERT_EQUAL(seed, cases[k].seed);
    }
}

/* Which CPU of CPUS each of COUNT workers gets. */
static void test_choice(void)
{
    static const struct {
        enum bind bind;
        unsigned count, cpus, chosen[8];
    } cases[] = {
        {BIND_COMPACT, 3, 8, {0, 1, 2}},      {BIND_SPREAD, 2, 8, {0, 4}},
        {BIND_SPREAD, 3, 8, {0, 2, 5}},       {BIND_SPREAD, 8, 8, {0, 1, 2, 3, 4, 5, 6, 7}},
        {BIND_SPREAD, 5, 2, {0, 1, 0, 1, 0}}, {BIND_COMPACT, 5, 2, {0, 1, 0, 1, 0}},
        {BIND_COMPACT, 4, 1, {0, 0, 0, 0}},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        for (unsigned number = 0; number < cases[k].count; number++)
            CU_ASSERT_EQUAL(affinity_choose(cases[k].bind, number, cases[k].count, cases[k].cpus),
                            cases[k].chosen[number]);
    }
}

static void test_cpus(void)
{
    struct config config = {0};
    CU_ASSERT(config_cpus(&config) >= 1);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("config", NULL, NULL);
    CU_add_test(suite, "workers", test_workers);
    CU_add_test(suite, "schedule", test_schedule);
    CU_add_test(suite, "switch", test_switch);
    CU_add_test(suite, "policy", test_policy);
    CU_add_test(suite, "retries", test_retries);
    CU_add_test(suite, "timeout", test_timeout);
    CU_add_test(suite, "verify", test_verify);
    CU_add_test(suite, "only", test_only);
    CU_add_test(suite, "bytes", test_bytes);
    CU_add_test(suite, "bind", test_bind);
    CU_add_test(suite, "stay", test_stay);
    CU_add_test(suite, "seed", test_seed);
    CU_add_test(suite, "choice of a CPU", test_choice);
    CU_add_test(suite, "quota", test_quota);
    CU_add_test(suite, "cpus", test_cpus);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
