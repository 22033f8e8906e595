/* The same with whole records. */
struct s {
    double x, y;
};

void shift(struct s *a, const struct s *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i - 1];
}
