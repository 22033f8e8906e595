/* status: 1 */
/* A label in the body that is jumped to from outside. */
int a[100];

void f(int n)
{
    int i = 0;

    if (n > 50)
        goto inside;
#pragma ppar for
    for (i = 0; i < 100; i++) {
    inside:
        a[i] = n;
    }
}
