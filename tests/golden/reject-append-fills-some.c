/* A loop inside writes some of the element. */
double x[200], out[400];
void use(int n);
double points[200][3];
void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < 150; i++) {
        for (int k = 0; k < 3; k++)
            if (x[k] > i)
                points[n][k] = x[k];
        n++;
    }
    use(n);
}
