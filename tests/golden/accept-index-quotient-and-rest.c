/* status: 0 */
/* i / 10 and i % 10 together name one element. */
int m[10][10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        m[i / 10][i % 10] += i;
}
