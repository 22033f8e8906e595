double look(double *table, int k);

double look(double *table, int k)
{
    return table[k % 7] += 1;
}
