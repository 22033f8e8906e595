/* status: 1 */
/* Goto leads into a loop, past the assignment. */
static int x;
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int k = 1;
        if (b[i])
            goto in;
        x = i;
        while (k) {
        in:
            k = 0;
        }
        a[i] = x;
    }
}
