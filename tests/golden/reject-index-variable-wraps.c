/* status: 1 */
/* The temporary that holds the subscript is a char. */
int a[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 300; i++) {
        unsigned char k = (unsigned char)i;

        a[k] = 2 * a[k] + i;
    }
}
