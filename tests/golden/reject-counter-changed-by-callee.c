/* status: 1 */
/* The counter is global, and the callee moves it. */
static int i;
int a[100];

static void skip(void)
{
    i += 2;
}

void f(void)
{
#pragma ppar for
    for (i = 0; i < 100; i++) {
        a[i] = 1;
        skip();
    }
}
