/* Each element has a row that the iteration chooses. */
double x[200], out[400];
void use(int n);
double rows[2][400];
void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        rows[i % 2][n++] = x[i];
    }
    use(n);
}
