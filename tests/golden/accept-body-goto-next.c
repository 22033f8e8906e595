/* Jumps to the end of the iteration, and to the end of a called function. */
int a[100], b[100], total[100], last;

static int work(int v)
{
    int result = -1;
    if (v < 0)
        goto out;
    result = v;
    if (v > 100)
        goto out;
    result *= 2;
out:
    return result;
}

void f(void)
{
    static int scratch[4];
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        scratch[0] = i;
        if (b[i] < 0)
            goto next;
        scratch[0] = work(b[i]);
    next:
        a[i] += scratch[0];
        last = i;
    }
}
