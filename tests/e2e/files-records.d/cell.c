enum kind { SMALL, MIDDLE, LARGE };
struct cell {
    int kind;
    double mass, at[3];
};

static enum kind kind_of(int i)
{
    return i % 10 < 3 ? SMALL : i % 10 < 7 ? MIDDLE : LARGE;
}

struct cell *pick(struct cell *all, int i)
{
    return &all[i];
}

void init(struct cell *cell, int i)
{
    cell->kind = (int)kind_of(i);
    cell->mass = 1.0 / (i + 1);
    for (int k = 0; k < 3; k++)
        cell->at[k] = i * (k + 1);
}
