double scale(double x);
double result[100];

double scale(double x)
{
    return 2 * x;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
    return 0;
}
