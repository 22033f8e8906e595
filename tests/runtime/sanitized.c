/*
 * Built with the address sanitizer. A worker that it stops fails the program, with the sanitizer's
 * own status, and so does one that it stops when the loop has other chunks to do.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 40 };

static int bad;

/* The sanitizer asks for this; the environment is read before main. */
const char *__asan_default_options(void)
{
    return "exitcode=23";
}

static void scenario(void)
{
    int results[N];
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            volatile char *block = malloc(10);
            block[i == bad ? 10 : 9] = 1;
            results[i] = block[9];
            free((void *)block);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    printf("end\n");
}

int main(void)
{
    static const int places[] = {0, 17, N - 1};
    char word[64];
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        bad = places[k];
        struct outcome *outcome = run(scenario, "PPAR_WORKERS=3 PPAR_SCHEDULE=dynamic,1");
        snprintf(word, sizeof word, "exited with status 23 in iteration %d ", bad);
        check(outcome->status == 23 << 8, "iteration %d: status %#x", bad,
              (unsigned)outcome->status);
        check_text("stdout", outcome->out, "");
        check(strstr(outcome->err, "heap-buffer-overflow") != NULL &&
                  strstr(outcome->err, word) != NULL,
              "iteration %d: \"%s\"", bad, outcome->err);
    }
    bad = N;
    struct outcome *outcome = run(scenario, "PPAR_WORKERS=3");
    check(outcome->status == 0, "nothing is wrong: status %#x", (unsigned)outcome->status);
    check_text("nothing is wrong", outcome->err, "");
    return check_status();
}
