/* status: 1 */
/* An assignment inside sizeof does not happen. */
int a[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = (int)sizeof(x = i);
        a[i] += x;
        x++;
    }
}
