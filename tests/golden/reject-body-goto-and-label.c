/* status: 1 */
/* What stands behind the label happens on both paths, also where the condition of the goto holds. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++) {
        if (i < 50)
            goto past;
        b[i] = 1;
    past:
        if (i < 40)
            a[i] = a[i - 1] + 1;
    }
}
