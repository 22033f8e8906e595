/* status: 1 */
/* Two additions an iteration: their order decides the last bits. */
double b[100], c[100];

double f(void)
{
    double s = 0.0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s += b[i];
        s += c[i];
    }
    return s;
}
