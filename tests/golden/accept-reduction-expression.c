/* status: 0 */
/* A sum of several terms. */
int b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        s = s + b[i] - 3;
    return s;
}
