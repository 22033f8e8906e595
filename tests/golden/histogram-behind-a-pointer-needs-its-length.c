/* status: 1 */
/* Iterations meet in an element, and how many elements would have to be folded is not known. */
void count(int n, int *restrict number, const int *restrict kind)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        number[kind[i]]++;
        number[kind[i] + 1]++;
    }
}

void weigh(int n, double *restrict weight, const int *restrict kind, const double *restrict x)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        weight[kind[i] & 63] += x[i];
}

void count_some(int n, int *restrict number, const int *restrict kind)
{
#pragma ppar for reduction(+ : number[0 : 100])
    for (int i = 0; i < n; i++) {
        number[kind[i]]++;
        number[kind[i] + 1]++;
    }
}

/* Not for every update: nobody would say this of a product. */
void scale(int n, double *restrict weight, const int *restrict kind, const double *restrict x)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        weight[kind[i] & 63] *= x[i];
}
