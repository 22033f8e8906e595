/* status: 1 */
/* Ten additions an iteration: their order decides the last bits. */
double b[100][10];

double f(void)
{
    double s = 0.0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        for (int k = 0; k < 10; k++)
            s += b[i][k];
    return s;
}
