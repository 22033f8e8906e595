struct box {
    double x[100];
};

double *inside(struct box *box)
{
    return box->x;
}

void fill(struct box *box, int i, double v)
{
    box->x[i] = v;
}
