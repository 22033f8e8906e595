/* verdict: guarded */
/* A record that is read through a pointer to const, and written through another pointer. */
#include <stdio.h>

struct s {
    double x, y;
};

__attribute__((noinline)) static void shift(struct s *a, const struct s *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i].x = b[i - 1].x + 1;
}

int main(void)
{
    static struct s one[200], two[200];
    for (int i = 0; i < 200; i++)
        one[i].x = two[i].x = i % 7;
    shift(one, one, 200);
    shift(two, one, 200);
    for (int i = 0; i < 200; i++)
        printf("%g %g\n", one[i].x, two[i].x);
    return 0;
}
