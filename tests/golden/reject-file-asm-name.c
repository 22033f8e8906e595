/* status: 1 */
/* What is called here is the other file's 'count'. */
double scale(double) __asm__("count");
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = scale(i);
}
