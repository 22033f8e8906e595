/* A block that a callee made is kept. */
#pragma ppar effects(fresh)
char *make(int n);
char *names[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        names[i] = make(i);
    }
}
