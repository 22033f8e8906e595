/* status: 1 */
/* The memory ends with the iteration. */
struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double coef[4] = {0};
        result[i].n = 4;
        result[i].coef = coef;
    }
    return result[3].n;
}
