/* status: 1 */
/* The array by its name and by a pointer into it. */
int a[100];

void f(void)
{
    int *q = &a[1];

#pragma ppar for
    for (int i = 0; i < 99; i++)
        q[i] = a[i];
}
