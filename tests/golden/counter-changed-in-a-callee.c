/* status: 1 */
/* The counter is a global variable, and a function that the body calls changes it. */
int i;
int a[100];

static void skip(void)
{
    i += 1;
}

void f(void)
{
#pragma ppar for
    for (i = 0; i < 100; i++) {
        a[i] = 1;
        skip();
    }
}
