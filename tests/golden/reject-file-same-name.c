/* status: 1 */
/* Each file has a 'last' of its own: this one is written first in each iteration, the other is not. */
int step(int);
static int last;
int result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        last = i;
        result[i] = step(i) + last;
    }
}
