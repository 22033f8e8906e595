/* Where a pragma gets a line of its own: divided lines, branches, labels; and where it cannot. */
#include <stdio.h>

static int a[100], b[100];
static int total;

static void lines(int n)
{
    for (int i = 0; i < n; i++) a[i] = i; for (int j = 0; j < n; j++) b[j] = 2 * j;
    if (n > 3) for (int i = 0; i < n; i++) { a[i] += 1; }
    else for (int i = 0; i < n; i++) a[i] = 0;
	/* tabs */	for (int i = 0; i < n; i++)
		b[i] += a[i];
    /* over
       two lines */ for (int i = 0; i < n; i++)
        a[i]++;
}

static void jumps(int n)
{
    switch (n) {
    case 100: for (int i = 0; i < n; i++) a[i] += b[i];
    default:
        for (int i = 0; i < n; i++)
            b[i] += a[i];
    }
again:
    for (int i = 0; i < n; i++)
        total += b[i];
    if (total < 0)
        goto again;
}

/* A #pragma in between would end what the backslash, or the other pragma, begins. */
static void no_room(int n)
{
    total += 1; \
    for (int i = 0; i < n; i++)
        a[i] += 3;
#pragma GCC ivdep
    for (int i = 0; i < n; i++)
        b[i] += 3;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        a[i] += 5;
}

#define EACH(i, n) for (int i = 0; i < (n); i++)
#define TWICE(body) body body

static void macros(int n)
{
    EACH(i, n) a[i] += 7;
    TWICE(for (int i = 0; i < n; i++) a[i] += 1;)
    for (int i = 0; i < n; i++) {
        EACH(j, 3) a[i] += j;
    }
}

int main(void)
{
    lines(100);
    jumps(100);
    no_room(100);
    macros(100);
    int sum = ({
        int s = 0;
        for (int i = 0; i < 100; i++)
            s += a[i];
        s;
    });
    printf("%d %d %d %d\n", sum, total, a[99], b[99]);
    return 0; }