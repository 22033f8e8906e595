/* status: 1 */
/* The read of the element before is in a macro. */
#define PREVIOUS(a, i) (a)[(i)-1]

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = PREVIOUS(a, i);
}
