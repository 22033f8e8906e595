/* status: 1 */
/* Every iteration adds to all elements, not by a plain sum. */
double a[10], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        for (int j = 0; j < 10; j++)
            a[j] = 0.5 * a[j] + b[i];
}
