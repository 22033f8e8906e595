/* status: 0 */
/* A set of bits, and a parity. */
unsigned b[100];

unsigned f(int n)
{
    unsigned any = 0, parity = 0;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        any |= b[i];
        parity ^= b[i];
    }
    return any + parity;
}
