/* status: 0 */
/* memset fills the scratch array. */
#include <string.h>

int a[100], b[100][10];

void f(void)
{
    int count[10];

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        memset(count, 0, sizeof count);
        for (int k = 0; k < 10; k++)
            count[b[i][k] % 10u]++;
        a[i] = count[3];
    }
}
