/* status: 0 */
/* break inside a switch and an inner loop. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        switch (b[i]) {
        case 0:
            a[i] = 1;
            break;
        default:
            for (int k = 0;; k++)
                if (k * k > b[i]) {
                    a[i] = k;
                    break;
                }
        }
    }
}
