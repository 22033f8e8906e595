void fill(double *p, int k);
void fill(double *p, int k)
{
    p[0] = k;
    p[1] = -k;
}
