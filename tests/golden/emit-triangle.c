/* The length of a run depends on the iteration: a put for each. */
int m[50][50];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int k = 0; k <= i; k++)
            m[i][k] = i * k;
}
