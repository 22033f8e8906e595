/* status: 1 */
/* The third file knows its address. */
double middle(const double *);
double in[100][9], out[100];
double left(void);

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
    out[3] += left();
    return out[3] > 1;
}
