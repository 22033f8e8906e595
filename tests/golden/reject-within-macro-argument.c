/* status: 1 */
/* The text stands once and happens twice, in the one place of two that the compiler takes. */
#define PICK(a, b) (sizeof(a) > 4 ? (a) : (b))

int last;

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i])
            PICK(last = x[i], last = i);
}
