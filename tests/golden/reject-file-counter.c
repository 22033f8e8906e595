/* status: 1 */
/* A static variable of the other file goes on from iteration to iteration. */
int next(void);
int number[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        number[i] = next();
}
