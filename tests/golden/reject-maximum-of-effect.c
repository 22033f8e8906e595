/* status: 1 */
/* The operand is evaluated twice, and has an effect. */
int x[200];

int f(void)
{
    int m = 0, k = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        m = x[k++] > m ? x[k++] : m;
    return m;
}
