/* verdict: proven */
/* Variables that only the expression of a later loop reads are of use behind an earlier one. */
#include <stdio.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 40 };

static int scratch, shared[4], a[N];

static void report(int i)
{
    printf("%d %d %d\n", i, scratch, shared[i % 4]);
}

static int inner(int from)
{
    int sum = 0, b[8];
#pragma ppar for after(sum += b[k])
    for (int k = 0; k < 8; k++) {
        b[k] = from * k;
        BEHIND(sum += b[k]);
    }
    return sum;
}

static void show(int i, int value)
{
    printf("%d %d %d\n", i, value, inner(i));
}

int main(void)
{
    int t;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        scratch = 3 * i;
        t = 5 * i;
        for (int k = 0; k < 4; k++)
            shared[k] = i + k;
        a[i] = scratch + t + shared[i % 4];
    }
#pragma ppar for after((report(i), printf("%d\n", t)))
    for (int i = 0; i < N; i++) {
        a[i] += i;
        BEHIND((report(i), printf("%d\n", t)));
    }
    /* A loop in the body of another one, and one in what stands behind it. */
#pragma ppar for after(show(i, a[i]))
    for (int i = 0; i < N; i++) {
        int sum = 0, b[6];
#pragma ppar for after((sum += b[k], sum *= 2))
        for (int k = 0; k < 6; k++) {
            b[k] = i + k;
            BEHIND((sum += b[k], sum *= 2));
        }
        a[i] = sum;
        BEHIND(show(i, a[i]));
    }
    return 0;
}
