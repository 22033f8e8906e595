/* finds: 'calls': 200 serially, 0 in parallel, 0 before the loop */
/* finds: in iteration 199 (i = 199) */
/* The function is said to do nothing but return a number, and counts its calls. */
#include <stdio.h>

#pragma ppar effects(pure)
int square(int x);
extern int calls;

int main(void)
{
    static int result[200];
#pragma ppar for
    for (int i = 0; i < 200; i++)
        result[i] = square(i);
    printf("%d %d\n", result[9], calls);
    return 0;
}
