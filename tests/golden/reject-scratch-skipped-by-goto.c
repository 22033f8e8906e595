/* status: 1 */
/* The buffer is not filled where the goto leads around it. */
int a[100], b[100], t[1];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] == 3)
            goto past;
        t[0] = i;
    past:
        a[i] = t[0];
    }
}
