/* The counter is a bit-field and wraps round. */
double x[200], out[400];
void use(int n);
struct state {
    unsigned n : 4;
} s;

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[s.n++] = x[i];
    }
    use((int)s.n);
}
