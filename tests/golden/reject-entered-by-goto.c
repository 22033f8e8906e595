/* status: 1 */
/* goto enters the loop from outside. */
int a[100];

void f(int half)
{
    int i = 50;

    if (half)
        goto inside;
#pragma ppar for
    for (i = 0; i < 100; i++) {
    inside:
        a[i] = i;
    }
}
