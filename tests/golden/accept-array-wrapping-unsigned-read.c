/* status: 0 */
/* A subscript that may wrap, for reading only. */
int a[100];
int table[256];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = table[(unsigned char)(i * 77)];
}
