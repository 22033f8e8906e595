static double calls;

double scale(double x)
{
    return 2 * x;
}

double count(double x)
{
    return calls += x;
}
