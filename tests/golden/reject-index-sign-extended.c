/* status: 1 */
/* The shift to the left drops bits, as compilers define it, and the one to the right extends the sign. */
int h[16];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int k = ((i << 28) >> 28) + 8;
        h[k] = 3 * h[k] + i;
    }
}
