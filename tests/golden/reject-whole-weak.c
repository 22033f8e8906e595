/* status: 1 */
/* The hook may be defined in a file that is not named. */
double middle(const double *);
double in[100][9], out[100];
void hook(void);

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
    hook();
    return out[3] > 1;
}
