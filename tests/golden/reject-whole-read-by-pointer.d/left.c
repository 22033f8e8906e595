extern double sorted[];
static double *start = sorted + 2;

double left(void)
{
    return *start;
}
