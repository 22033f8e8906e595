/* status: 1 */
/* The pointer moves on in some iterations of the inner loop only. */
int a[1000], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 90; i++) {
        int *p = a + i;
        for (int k = 0; k < 10; k++) {
            *p = 2 * *p + k;
            if (b[i + k])
                p++;
        }
    }
}
