/* status: 1 */
/* A case label lies behind the assignment. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        switch (b[i]) {
        case 0:
            x = i; /* fall through */
        default:
            a[i] = x;
        }
    }
}
