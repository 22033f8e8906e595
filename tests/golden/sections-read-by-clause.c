/* The scratch of one loop is what the calls of another one read, of which its clause alone tells. */
static double buffer[8];
double x[100], s[100];
double look(int i);

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 8; k++)
            buffer[k] = x[i] * k;
        s[i] = buffer[0] + buffer[7];
    }
#pragma ppar for in(buffer)
    for (int i = 0; i < 100; i++)
        s[i] = look(i);
}
