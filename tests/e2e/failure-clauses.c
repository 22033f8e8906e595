/* verdict: proven */
/* Loops with all clauses for failures, in which nothing fails; the status is not the plain program's. */
#include "show.h"

static int ended[200];

int main(void)
{
    int a[200], last = -1, retries = 2;
    double sum = 0, limit = 20;
    int status[200];

#pragma ppar for on_failure(skip) retries(retries + 1) timeout(limit / 2) status(ended)
    for (int i = 0; i < 200; i++) {
        a[i] = i * 3;
        sum += 1.0 / (i + 1);
        if (i % 50 == 0)
            printf("%d\n", i);
    }
    for (int i = 0; i < 200; i++)
        if (ended[i])
            printf("%d has failed\n", i);
#pragma ppar for on_failure(serial) timeout(100x) status(status)
    for (int i = 0; i < 200; i++) {
        last = a[i];
        a[i] += last;
    }
    SHOW("%d", a, 200);
    printf("%.17g %d\n", sum, last);
    return 0;
}
