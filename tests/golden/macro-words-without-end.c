/* status: 1 */
/* Macros that grow without an end, where a word is expected. */
#define A B B B B B B B B
#define B A A A A A A A A
int main(void) { static int x[9];
#pragma ppar for A
for (int i = 0; i < 9; i++) x[i] = i; return x[8] - 8; }
