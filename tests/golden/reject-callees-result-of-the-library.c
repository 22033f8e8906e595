#include <signal.h>
#include <stdio.h>

enum { N = 100 };
static int a[N], total;

static void nothing(int n) { (void)n; }
static void count(int n)
{
    total = total * 2 + n;
}

int main(int argc, char **argv)
{
    (void)argv;
    void (*f)(int) = nothing;
    signal(SIGUSR1, count);
    if (argc < 5)
        f = signal(SIGUSR1, nothing);
#pragma ppar for
    for (int i = 0; i < N; i++) {
        f(i);
        a[i] = i;
    }
    printf("%d %d\n", a[N - 1], total);
    return 0;
}
