/* status: 1 */
/* The second loop has not the clause of the first: which definition is meant is not guessed. */
#include <stdio.h>
#define PAR PPAR_FOR(independent(a))
static int a[1000], b[1000];
void first(int d) { PAR
    for (int i = 0; i < 900; i++) a[i+100] = i + d; }
#undef PAR
#define PAR PPAR_FOR()
void second(int d) { PAR
    for (int i = 0; i < 900; i++) a[i + d] = a[i] + 1; }
int main(int c, char**v) { first(c); second(c); printf("%d\n", a[900]); return 0; }
