/* Digests as RFC 7693 has them, with a length of 16 bytes: b2sum -l 128. */
#include "digest.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *text;
    size_t times;
    const char *digest;
} cases[] = {
    {"", 0, "cae66941d9efbd404e4d88758ea67670"},
    {"abc", 1, "cf4ab791c62b8d2b2109c90275287816"},
    {"a", 127, "2228006d5107a5239e500da574466288"},
    {"a", 128, "1271d28e731afb57bdfba6bdaf3501be"},
    {"a", 129, "68b7bafbad5055c4ebe6eb170a0f8524"},
    {"ab", 128, "d3178879a0d32c89a6cc411908e1a6a3"},
    {"chunk ", 100, "44dfea85a950d32f93d4a02fa43356f6"},
};

static void test_digests(void)
{
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        for (size_t step = 1; step <= 300; step += 13) {
            char hex[2 * DIGEST_BYTES + 1], bytes[1024];
            unsigned char sum[DIGEST_BYTES];
            struct digest digest;
            size_t length = 0;
            for (size_t n = 0; n < cases[k].times; n++)
                length += (size_t)sprintf(bytes + length, "%s", cases[k].text);
            digest_init(&digest);
            for (size_t at = 0; at < length; at += step)
                digest_add(&digest, bytes + at, at + step < length ? step : length - at);
            digest_end(&digest, sum);
            for (size_t n = 0; n < sizeof sum; n++)
                sprintf(hex + 2 * n, "%02x", sum[n]);
            CU_ASSERT_STRING_EQUAL(hex, cases[k].digest);
        }
    }
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return CU_get_error();
    CU_pSuite suite = CU_add_suite("digest", NULL, NULL);
    CU_add_test(suite, "digests", test_digests);
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
