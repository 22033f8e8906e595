/* status: 1 */
/* What stands behind the label does not happen in the iterations that 'continue' ends. */
int a[100], b[100], t[1];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = t[0];
        if (b[i] == 3)
            goto past;
        if (b[i] == 4)
            continue;
    past:
        t[0] = i;
    }
}
