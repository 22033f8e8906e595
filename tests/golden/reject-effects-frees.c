/* A callee frees what was allocated before. */
#pragma ppar effects(frees(p))
void drop(char *p);
char *p[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        drop(p[i]);
    }
}
