/* status: 1 */
/* s <<= 1 and s |= e build a number bit by bit. */
unsigned b[100];

unsigned f(void)
{
    unsigned s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s <<= 1;
        s |= b[i];
    }
    return s;
}
