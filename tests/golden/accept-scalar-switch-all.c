/* status: 0 */
/* A switch with a default writes the scalar on every path. */
int a[100], b[100];

void f(void)
{
    int t;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        switch (b[i]) {
        case 0:
            t = 1;
            break;
        case 1:
            t = 2;
            break;
        default:
            t = 3;
        }
        a[i] = t;
    }
}
