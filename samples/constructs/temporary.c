/* Temporary variables of parfor, variables of the function in Pool and mclapply: scratch, here also
 * where it is global, as in old C. */
#include <stdio.h>
#include <string.h>

static char line[64];
static int digits[16];

static const char *in_base(int n, int base)
{
    int count = 0;
    for (int k = 0; k < 16; k++)
        digits[k] = 0;
    for (int rest = n; rest > 0 && count < 16; rest /= base)
        digits[count++] = rest % base;
    snprintf(line, sizeof line, "%d: %d digits in base %d, the first is %d", n, count, base,
             digits[count > 0 ? count - 1 : 0]);
    return line;
}

int main(void)
{
    static char result[100][64];
#pragma ppar for
    for (int i = 0; i < 100; i++)
        strcpy(result[i], in_base(i * i * i, 7));
    for (int i = 10; i < 100; i += 30)
        printf("%s\n", result[i]);
    return 0;
}
