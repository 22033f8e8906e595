/* status: 1 */
/* What is added comes from a counter that moves on. */
int b[100];

int f(void)
{
    int s = 0, k = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s += b[k++ % 7];
    return s;
}
