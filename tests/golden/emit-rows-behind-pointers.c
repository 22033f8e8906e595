/* Rows behind pointers: the guards, the output that they make, and where each iteration writes. */
struct matrix {
    int rows, columns;
    double **row;
};

void f(struct matrix *m, double **from, int *mark)
{
#pragma ppar for
    for (int i = 0; i < m->rows; i++)
        for (int j = 1; j < m->columns; j++) {
            m->row[i][j] += from[i][j - 1];
            if (from[i][j] > 0)
                mark[i] = j;
        }
}
