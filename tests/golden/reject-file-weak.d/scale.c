__attribute__((weak)) double scale(double x)
{
    return 2 * x;
}
