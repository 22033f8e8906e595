/* status: 1 */
/* Pointers that code out of sight stores lead nobody knows where. */
void name(char **p, int i);
char *names[100];

void f(void)
{
#pragma ppar for out(names[i : 1])
    for (int i = 0; i < 100; i++)
        name(&names[i], i);
}
