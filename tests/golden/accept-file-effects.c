#pragma ppar effects(in(list[0 : length]))
double total(const double *list, int length);
double result[100], matrix[100][100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = total(matrix[i], 100);
}
