/* The scratch array is given to a function that is chosen when the program runs. */
#include "show.h"

static int t[4];

static void show_both(const int *p)
{
    printf("%d %d\n", p[0], p[3]);
}

static void hide(const int *p)
{
    (void)p;
}

int main(int argc, char **argv)
{
    void (*functions[2])(const int *) = {hide, show_both};
    int a[40];

    (void)argv;
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        for (int k = 0; k < 4; k++)
            t[k] = i * k;
        a[i] = t[1] + t[2];
    }
    SHOW("%d", a, 40);
    functions[argc](t);
    return 0;
}
