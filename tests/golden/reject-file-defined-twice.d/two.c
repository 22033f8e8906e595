double scale(double x)
{
    return 3 * x;
}
