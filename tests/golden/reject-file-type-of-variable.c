/* status: 1 */
/* Both are the same memory, whatever the types say. */
extern int total[2];
double get(void);
double result[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        result[i] = get();
        total[0] = i;
    }
}
