/* verdict: proven */
/* A statement that notes where it has written ends where the annotated loop around it ends, too. */
#include <stdio.h>

static int flag[50], last;

static void nested(int limit)
{
    last = -1;
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 20; i++) {
#pragma ppar for
        for (int k = 0; k < 50; k++)
            if (flag[k] && i < limit)
                last = 100 * i + k;
    }
    printf("%d\n", last);
}

int main(void)
{
    flag[3] = flag[30] = 1;
    for (int limit = 0; limit < 20; limit += 2)
        nested(limit);
    return 0;
}
