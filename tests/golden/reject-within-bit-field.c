/* status: 1 */
/* A member without an address. */
struct flags {
    unsigned seen : 3, other : 5;
} flags;

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        x[i] > 0 && (flags.seen = (unsigned)i & 7, 1);
}
