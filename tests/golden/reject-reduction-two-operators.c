/* status: 1 */
/* A sum and a product of one variable. */
unsigned b[100];

unsigned f(void)
{
    unsigned s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        if (b[i] == 7)
            s *= 3;
    }
    return s;
}
