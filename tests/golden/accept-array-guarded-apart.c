/* status: 0 */
/* A condition on the counter keeps writes and reads apart. */
int a[200], b[200];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        if (i >= 100)
            a[i] = i;
        else
            b[i] = a[i];
    }
}
