/* status: 1 */
/* The call may change the counter. */
void skip(int *i);
double a[100];

void f(void)
{
#pragma ppar for out(a[i])
    for (int i = 1; i < 100; i++) {
        skip(&i);
        a[i] = i;
    }
}
