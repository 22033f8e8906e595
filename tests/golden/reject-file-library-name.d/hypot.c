static double before;

double hypot(double x, double y)
{
    double sum = x + y + before;
    before = x;
    return sum;
}
