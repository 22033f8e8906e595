/* The inner loop runs serially inside of a worker; both are translated. */
int m[20][30];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 20; i++) {
#pragma ppar for schedule(static)
        for (int k = 0; k < 30; k++)
            m[i][k] = i + k;
    }
}
