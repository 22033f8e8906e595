/* A function of another file that prints, or gives up. */
#pragma ppar effects(stdout, stderr, exits, state(errno))
void tell(int i);
int r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        tell(i);
        r[i] = i;
    }
}
