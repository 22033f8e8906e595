/* The table is a member, the row is bound first, and its length is a member, too. */
struct matrix {
    double **row;
    int rows, columns;
};

void f(struct matrix *m)
{
#pragma ppar for
    for (int i = 0; i < m->rows; i++) {
        double *row = m->row[i];
        for (int j = 0; j < m->columns; j++)
            row[j] = i + j;
    }
}
