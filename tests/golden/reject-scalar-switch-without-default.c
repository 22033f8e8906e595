/* status: 1 */
/* A value that no case has leaves the scalar as it was. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        switch (b[i]) {
        case 0:
            x = 1;
            break;
        case 1:
            x = 2;
            break;
        }
        a[i] = x;
    }
}
