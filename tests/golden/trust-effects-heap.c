/* Blocks that functions of another file make and free. */
#pragma ppar effects(in(text[0 : n]) fresh)
char *copy(const char *text, int n);
#pragma ppar effects(frees(p))
void drop(char *p);
int r[100];
static const char text[10];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *own = copy(text, 10);
        r[i] = own ? 1 : 0;
        drop(own);
    }
}
