/* Pointers in a struct may be equal. */
struct job {
    int *in, *out;
};

void f(struct job s, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        s.out[i + 1] = s.in[i];
}
