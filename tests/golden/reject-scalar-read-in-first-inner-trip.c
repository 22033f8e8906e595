/* status: 1 */
/* The first inner iteration reads what the last outer one left. */
int a[100], b[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        for (int k = 0; k < 4; k++) {
            a[i] += x;
            x = b[k];
        }
}
