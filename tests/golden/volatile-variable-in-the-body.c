/* status: 1 */
/* A worker has only a copy of what others watch. */
volatile int done;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        done = i;
    }
}
