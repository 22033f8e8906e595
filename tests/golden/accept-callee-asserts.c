/* status: 0 */
/* Assert with a condition on the iteration's own data. */
#include <assert.h>

int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        assert(b[i] >= 0);
        a[i] = b[i];
    }
}
