/* status: 1 */
/* The buffer is filled in some iterations, and read in all. */
void fill(double *p);
double s[100], buffer[8];
int wanted[100];

void f(void)
{
#pragma ppar for out(buffer)
    for (int i = 1; i < 100; i++) {
        if (wanted[i])
            fill(buffer);
        s[i] = buffer[3];
    }
}
