/* finds: 'state': */
/* finds: 'result' */
/* The function's results depend on its calls before. */
#include <stdio.h>

#pragma ppar effects(pure)
int next(int x);

static int result[200];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 200; i++)
        result[i] = next(i);
    printf("%d\n", result[199]);
    return 0;
}
