/* The number is a subscript of another array, too. */
double x[200], out[400];
void use(int n);
double weight[400];
void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n] = weight[n] * x[i];
        n++;
    }
    use(n);
}
