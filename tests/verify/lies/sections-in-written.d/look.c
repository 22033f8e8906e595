double look(double *table, int k);
double look(double *table, int k)
{
    double before = table[k % 8];
    table[k % 8] += k;
    return before;
}
