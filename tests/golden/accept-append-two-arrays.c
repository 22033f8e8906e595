/* Two arrays with one counter. */
double xs[200], ys[200], to_x[200], to_y[200];

int collect(int count)
{
    static int n;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (xs[i] > ys[i]) {
            to_x[n] = xs[i];
            to_y[n++] = ys[i];
        }
        if (xs[i] < 0) {
            to_y[n] = 0;
            to_x[n] = xs[i];
            n++;
        }
    }
    return n;
}
