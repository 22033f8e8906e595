/* A global array, read whole, and a two-dimensional section. */
extern double table[4][4];
#pragma ppar effects(in(table) out(dst[0 : 4]))
void turn(double (*dst)[4], int i);
double m[100][4][4];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        turn(m[i], i);
    }
}
