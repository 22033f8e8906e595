/* status: 1 */
/* A ticket counter. */
#include <stdatomic.h>

atomic_int ticket;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = atomic_fetch_add(&ticket, 1);
}
