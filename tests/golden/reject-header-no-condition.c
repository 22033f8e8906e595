/* status: 1 */
/* The loop has no bound. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0;; i++) {
        if (i >= 100)
            break;
        a[i] = i;
    }
}
