/* Conditional writes inside expressions note their places just before. */
#define LATEST (*latest)

int last, any[100];
double best[100];

void f(int n, const int *restrict x, int *restrict latest)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        x[i] > 3 && (last = i, 1);
        x[i] > 5 ? (LATEST = i) : (any[i / 2] = -1);
        if ((x[i] & 1) && (best[i / 2] = x[i]))
            any[i / 3] = 1;
        while (x[i] > 9 &&
               (best[i /
                     3] = x[i]) > 1)
            break;
    }
}
