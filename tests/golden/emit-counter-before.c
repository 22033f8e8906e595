/* The counter outlives the loop, and has its serial value afterwards. */
int a[100];

int f(unsigned short n)
{
    unsigned short i;

#pragma ppar for
    for (i = 0; i < n; ++i)
        a[i] = i;
    return i;
}
