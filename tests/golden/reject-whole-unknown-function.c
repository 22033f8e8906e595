/* status: 1 */
/* Nobody knows what is in the file of show. */
double middle(const double *);
double in[100][9], out[100];
void show(void);

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
    show();
    return out[3] > 1;
}
