/* status: 0 */
/* continue. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] == 0)
            continue;
        a[i] = 100 / b[i];
    }
}
