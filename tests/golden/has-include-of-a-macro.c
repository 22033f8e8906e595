/* status: 1 */
/* Whether a header is there has to be the same for the compiler: its name is needed. */
#define SETTINGS <stdio.h>

void fill(int *a, int n)
{
#if __has_include(SETTINGS)
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = i;
#endif
}
