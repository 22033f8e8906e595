void add(double *sum, double x);
void add(double *sum, double x)
{
    *sum += x;
}
