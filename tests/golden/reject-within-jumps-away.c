/* status: 1 */
/* The place is found, and then nothing is written to it. */
int out[100];

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 0)
            x[i] > 1 && (out[x[i] % 50] = ({
                             if (x[i] == 7)
                                 continue;
                             i;
                         }));
}
