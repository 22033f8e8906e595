/* status: 1 */
/* Each way out of the body. */
int a[100], b[100];

int f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i];
        if (b[i] == 1)
            break;
        if (b[i] == 2)
            return i;
        if (b[i] == 3)
            goto out;
        if (b[i] == 4)
            goto next;
    next:
        while (b[i] == 5)
            break;
    }
out:
    return 0;
}
