/* status: 1 */
/* The header alone moves the counter. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i];
        if (b[i] < 0)
            i++;
    }
}
