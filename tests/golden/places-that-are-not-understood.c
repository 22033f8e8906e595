/* status: 1 */
/* Parts of what is no array and no structure. */
typedef int four __attribute__((vector_size(16)));

four v[100];
double x[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        v[i][1] = i;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        __real__ x[i] = 2;
}
