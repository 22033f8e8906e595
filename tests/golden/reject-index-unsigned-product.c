/* status: 1 */
/* 2 * i wraps round in 32 bits. */
void f(int *restrict p)
{
#pragma ppar for
    for (unsigned i = 0; i < 4294967295u; i++)
        p[2u * i] = p[2u * i] * 3 + 1;
}
