/* status: 1 */
/* The total is part of what is added. */
int b[100];

int f(void)
{
    int s = 1;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s += b[i] * s;
    return s;
}
