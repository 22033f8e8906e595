/* verdict: proven */
/* Jumps that skip the rest of a block: to the end of an iteration, of a loop inside, of a callee,
 * over each other, and out of nested conditions. */
#include <stdio.h>

enum { N = 211 };
static int a[N], b[N], scratch[4], last, left = -1;

static int work(int v)
{
    int result = -1;
    if (v % 3 == 0)
        goto out;
    result = v;
    if (v > 100)
        goto half;
    result *= 2;
half:
    result += 7;
out:
    return result;
}

int main(void)
{
    for (int i = 0; i < N; i++)
        b[i] = (i * 7919) % 13 - 3;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        scratch[0] = i;
        if (b[i] < 0)
            goto next;
        if (b[i] > 5) {
            scratch[0] = 2;
            if (b[i] == 7)
                goto next;
            scratch[0] = work(i);
        } else if (b[i] == 2)
            goto end;
        scratch[0] += b[i];
    next:
        for (int k = 0; k < 5; k++) {
            if (k == b[i])
                goto skip;
            a[i] += k * scratch[0];
        skip:;
        }
        last = i;
        printf("%d %d\n", i, scratch[0]);
    end:
        a[i] += 1;
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        if (b[i] == 3)
            goto over;
        left = i;
    over:
        a[i] += b[i];
    }
    for (int i = 0; i < N; i++)
        printf("%d\n", a[i]);
    printf("%d %d\n", last, left);
    return 0;
}
