/* status: 1 */
/* Neither the header nor the end can be changed where they are used. */
#define EACH(i, n) for (int i = 0; i < (n); i++)

#define TWO(x, y) x = y; y = 0

int a[100], b[100];

void f(void)
{
#pragma ppar for
    EACH(i, 100)
        a[i] = i;
}

void g(void)
{
    int i;
#pragma ppar for
    for (i = 0; i < 100; i++)
        TWO(a[i], b[1]);
}

void h(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 10; i++)
        EACH(k, 10)
            a[10 * i + k] = i;
}
