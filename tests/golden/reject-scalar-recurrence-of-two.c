/* status: 1 */
/* Two scalars pass a value on. */
long a[100];

void f(void)
{
    long x = 1, y = 1;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        long next = x + y;

        a[i] = next;
        x = y;
        y = next;
    }
}
