/* status: 1 */
/* goto jumps over the assignment. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (b[i] < 0)
            goto use;
        x = b[i];
    use:
        a[i] = x;
    }
}
