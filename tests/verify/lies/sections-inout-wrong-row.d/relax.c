void relax(double *row, int w);
void relax(double *row, int w)
{
    for (int k = 0; k < w; k++)
        row[k] += row[k - w] + 1;
}
