static double before;

double hypot(double x, double y)
{
    return before += x + y;
}
