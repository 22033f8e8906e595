double scale(double x, int k)
{
    return k * x;
}
