/* status: 1 */
/* The compiler's own fetch and add. */
int ticket;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = __sync_fetch_and_add(&ticket, 1);
}
