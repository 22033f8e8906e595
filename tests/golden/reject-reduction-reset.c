/* status: 1 */
/* The total is set back now and then. */
int b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0)
            s = 0;
        s += b[i];
    }
    return s;
}
