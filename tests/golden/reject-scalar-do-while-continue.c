/* status: 1 */
/* continue in do goes to the condition, past the assignment. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        do {
            if (b[i] < 0)
                continue;
            x = b[i];
        } while (0);
        a[i] = x;
    }
}
