/* status: 1 */
/* The array of shorts is written two at a time. */
short a[100];

void f(void)
{
    int *pairs = (int *)(void *)a;

#pragma ppar for
    for (int i = 0; i < 50; i++)
        pairs[i] = a[i] + 1;
}
