/* status: 1 */
/* Nobody here defines the buffer. */
extern double *scratch(void);
extern double sorted[9];
double in[100], out[100];

static double middle(double x)
{
    if (x > 3)
        sorted[1] = x;
    else
        sorted[2] = x, sorted[1] = 2 * x;
    return sorted[1];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
    return out[3] > 1;
}
