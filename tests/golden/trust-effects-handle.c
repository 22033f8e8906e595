/* A type that only the other file knows. */
struct model;
#pragma ppar effects(in(m))
double predict(const struct model *m, double x);
extern struct model *model;
double r[100];

void work(void)
{
#pragma ppar for noalias(model, r)
    for (int i = 0; i < 100; i++) {
        double x = i;
        r[i] = predict(model, x);
    }
}
