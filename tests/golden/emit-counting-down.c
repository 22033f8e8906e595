/* The counter goes down by a step that is a variable. */
long a[200];

void f(long top, long step)
{
#pragma ppar for
    for (long i = top; i > 0; i -= step)
        a[i] = i;
}
