extern double sorted[];

double left(void)
{
    return sorted[8];
}
