/* status: 1 */
/* The total is also changed through a pointer. */
int b[100];

int f(void)
{
    int s = 0;
    int *p = &s;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        if (b[i] == 13)
            *p = 0;
    }
    return s;
}
