/* status: 1 */
/* The buffer is filled in some iterations, and what is left in it is read after the loop. */
void fill(double *p, int i);
double last(const double *p);
double x[100];

double f(void)
{
    double buffer[8] = {0};
#pragma ppar for out(buffer)
    for (int i = 0; i < 100; i++)
        if (x[i] > 0)
            fill(buffer, i);
    return buffer[0];
}
