void note(double *last, int k);
void note(double *last, int k)
{
    last[k] = k + 1;
}
