/* status: 1 */
/* The body moves the counter. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        if (i % 10 == 0)
            i++;
    }
}
