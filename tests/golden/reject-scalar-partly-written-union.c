/* status: 1 */
/* One byte is written, the whole is read. */
union {
    int i;
    unsigned char b[4];
} u;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        u.b[0] = (unsigned char)i;
        a[i] = u.i;
        u.i = i * i;
    }
}
