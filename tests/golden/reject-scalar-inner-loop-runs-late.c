/* status: 1 */
/* The inner loop has no iteration in the last outer one. */
int a[10];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 9; i >= 0; i--) {
        for (int k = 0; k < i; k++)
            x = i;
        a[i] = x;
    }
}
