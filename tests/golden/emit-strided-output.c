/* Every other element, from a start that is an expression. */
float a[1000];

void f(int from, int to)
{
#pragma ppar for
    for (int i = from + 1; i <= to; i += 3)
        a[2 * i + 1] = (float)i;
}
