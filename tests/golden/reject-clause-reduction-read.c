/* status: 1 */
/* The clause does not help when the total is read. */
int a[100], b[100];

int f(void)
{
    int s = 0;

#pragma ppar for reduction(+ : s)
    for (int i = 0; i < 100; i++) {
        s += b[i];
        a[i] = s;
    }
    return s;
}
