struct cell {
    int x[3];
};

void spread(void *p)
{
    struct cell *cell = p;
    cell->x[2] += cell->x[0];
}
