/* status: 1 */
/* The counter's address goes to a function that moves it. */
int a[100];

static void advance(int *p)
{
    ++*p;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        advance(&i);
    }
}
