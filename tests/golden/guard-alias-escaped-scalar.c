/* A global pointer to the local scalar lets a callee change it. */
static int *place;
int a[100];

static void bump(void)
{
    (*place)++;
}

void f(void)
{
    int t = 0;

    place = &t;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = t;
        bump();
    }
    place = 0;
}
