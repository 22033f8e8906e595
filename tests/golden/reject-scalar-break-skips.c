/* status: 1 */
/* break of the inner loop skips the assignment. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (;;) {
            if (b[i] < 0)
                break;
            x = b[i];
            break;
        }
        a[i] = x;
    }
}
