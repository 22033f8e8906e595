/* The same inside a struct. */
struct box {
    char *text;
    int count;
};
#pragma ppar effects(out(*b))
void pack(struct box *b);
struct box boxes[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        pack(&boxes[i]);
    }
}
