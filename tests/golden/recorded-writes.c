/* Places that are known only when they are written. */
struct point {
    int x;
    double y;
};

int last;
double out[100];

void f(int n, const int *restrict index, const double *restrict value, struct point *restrict point,
       double *restrict p)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        out[(int)value[i]] = i;
        if (index[i] > 3)
            point[index[i]].y = i;
        else
            p[i] = 1;
        if (index[i] == 7) {
            last = i;
        }
    }
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[(int)value[i]] = -i;
}
