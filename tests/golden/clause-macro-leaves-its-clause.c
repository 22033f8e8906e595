/* status: 1 */
/* What a macro stands for may close the bracket around it, and open another one. */
#define OUT 1) if (1
#define NOTHING
#define AWAY 1); } void away(void) { (void)(1
int a[10];

#pragma ppar effects(in(x[0 : AWAY]))
int g(int *x);

void f(void)
{
#pragma ppar for if (OUT)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(NOTHING)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(2) if (NOTHING 1)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for if (NOTHING) workers(2)
    for (int i = 0; i < 10; i++)
        a[i] = i;
}
