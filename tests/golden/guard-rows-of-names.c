/* Characters may lie in the table itself. */
char *names[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        names[i][0] = 'a';
}
