/* A pointer to const may point to what is written through another one. */
struct s {
    double x, y;
};

void shift_members(struct s *a, const struct s *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i].x = b[i - 1].x;
}
