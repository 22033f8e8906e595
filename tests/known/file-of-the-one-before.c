/* status: 1 */
/* An iteration reads the file that the one before it wrote. */
#include <stdio.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char path[32];
        int value = 0;
        sprintf(path, "chain%d.tmp", i);
        FILE *in = fopen(path, "r");
        if (in) {
            if (fscanf(in, "%d", &value) != 1)
                value = 0;
            fclose(in);
        }
        sprintf(path, "chain%d.tmp", i + 1);
        FILE *out = fopen(path, "w");
        fprintf(out, "%d\n", value + 1);
        fclose(out);
        a[i] = value;
    }
}
