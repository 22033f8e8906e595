/* status: 1 */
/* The target of the goto is a value. */
int a[100], b[100];

void f(void)
{
    static void *const targets[2] = {&&out, &&stay};

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        goto *targets[b[i] > 0];
    stay:
        a[i] = b[i];
    }
out:
    a[0] = 1;
}
