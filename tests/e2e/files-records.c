/* verdict: proven */
/* A struct of two files, in which the other one writes members; an enumeration that only it knows;
 * output in order. */
#include <stdio.h>
struct cell {
    int kind;
    double mass, at[3];
};
void init(struct cell *, int);
struct cell *pick(struct cell *, int);
struct cell cells[150];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 150; i++) {
        init(pick(cells, i), i);
        printf("%d:%d ", i, cells[i].kind);
    }
    double sum = 0;
    for (int i = 0; i < 150; i++)
        sum = sum / 2 + cells[i].kind + cells[i].mass * cells[i].at[i % 3];
    printf("\n%.17g\n", sum);
    return 0;
}
