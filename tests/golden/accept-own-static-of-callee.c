/* Static strings of a called function. */
#include <stdio.h>

static const char *result[100];
static const char *name(int k)
{
    static const char *const names[] = {"one", "two"};
    static const char other[] = "other";
    return k < 2 ? names[k] : other;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = name(i);
    printf("%s\n", result[1]);
    return 0;
}
