/* status: 1 */
/* Bytes are written over an array of ints. */
int a[100];

void f(void)
{
    unsigned char *bytes = (unsigned char *)a;

#pragma ppar for
    for (int i = 0; i < 99; i++)
        bytes[4 * i + 4] = (unsigned char)(a[i] + 1);
}
