/* A callee of another file leaves a pointer, which may be to the worker's memory. */
#pragma ppar effects(out(*slot))
void make(char **slot);
char *names[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        make(&names[i]);
    }
}
