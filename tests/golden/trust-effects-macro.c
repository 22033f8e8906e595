/* A section that a macro and an enumerator describe. */
#define ROW 8
enum { FIRST = 2 };
#pragma ppar effects(out(dst[FIRST : ROW * 2]))
extern void fill(float *dst, int);
float m[100][20];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(m[i], i);
    }
}
