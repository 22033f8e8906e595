double middle(const double *);
double in[100][9], out[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
    return out[3] > 1;
}
