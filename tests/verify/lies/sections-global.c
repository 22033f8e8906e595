/* finds: 'calls': 200 serially, 0 in parallel, 0 before the loop */
/* The call counts in a variable that no clause lists. */
#include <stdio.h>

int square(const int *x);
extern int calls;

int main(void)
{
    static int x[200], result[200];
#pragma ppar for in(x[i])
    for (int i = 0; i < 200; i++)
        result[i] = square(&x[i]);
    printf("%d %d\n", result[9], calls);
    return 0;
}
