/* status: 1 */
/* The call changes a variable of the body's, whose value before it would be another place. */
void pick(int *k);
double a[100];

void f(void)
{
#pragma ppar for in(a[i])
    for (int i = 0; i < 100; i++) {
        int k = i;
        pick(&k);
        a[k] += 1;
    }
}
