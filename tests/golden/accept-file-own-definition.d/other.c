static double before;

double scale(double x)
{
    return before += x;
}

int main(void)
{
    return (int)scale(3);
}
