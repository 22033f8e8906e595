/* status: 1 */
/* The step is in the body. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100;) {
        a[i] = i;
        i++;
    }
}
