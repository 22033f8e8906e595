/* status: 1 */
/* A definition of the old style converts its argument to unsigned char. */
int a[1000];

static int read_at(k)
unsigned char k;
{
    return a[k];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 600; i++)
        a[i] = read_at(i) + 1;
}
