/* status: 1 */
/* Two calls in one expression update the same memory, in any order. */
double next(double *state);
double state[100], a[100];

void f(void)
{
#pragma ppar for inout(state[i])
    for (int i = 0; i < 100; i++)
        a[i] = next(&state[i]) - 2 * next(&state[i]);
}
