/* Pool.imap_unordered, apply_async with a callback, as_completed, afterEach of a future: results as
 * they come. Other compilers do not hear of it, so this one is compared with unordered.txt. */
#include <stdio.h>

static int done, sum;

static int note(int i, int value)
{
    sum += i * value;
    return ++done;
}

int main(void)
{
    static int result[100];
#pragma ppar for after(unordered : note(i, result[i]))
    for (int i = 0; i < 100; i++)
        result[i] = i * i % 11;
    printf("%d callbacks, %d\n", done, sum);
    return note(0, result[0]) != 101;
}
