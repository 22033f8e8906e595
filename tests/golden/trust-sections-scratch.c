/* A buffer that each call fills whole, and the body reads. */
void fill(double *p, double x);
double x[100], s[100];

void f(void)
{
    double buffer[8];
#pragma ppar for in(x[i]) out(buffer)
    for (int i = 0; i < 100; i++) {
        fill(buffer, x[i]);
        s[i] = buffer[0] + buffer[7];
    }
}
