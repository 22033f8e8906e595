/* status: 1 */
/* The header is made by a macro. */
#define EACH(i, n) for (int i = 0; i < (n); i++)

int a[100];

void f(void)
{
#pragma ppar for
    EACH(i, 100)
    a[i] = i;
}
