/* status: 1 */
/* The running total decides. */
int b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (s < 1000)
            s += b[i];
    return s;
}
