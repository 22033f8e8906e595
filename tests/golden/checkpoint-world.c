#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void sizes(long *restrict size, char (*restrict name)[16])
{
#pragma ppar for checkpoint("a.log")
    for (int i = 0; i < 100; i++) {
        FILE *file = fopen(name[i], "r");
        size[i] = -1;
        if (!file)
            continue;
        fseek(file, 0, SEEK_END);
        size[i] = ftell(file);
        fclose(file);
    }
}

static long seconds(void)
{
    return (long)time(NULL);
}

void times(long *result)
{
#pragma ppar for checkpoint("b.log")
    for (int i = 0; i < 100; i++)
        result[i] = seconds() + i;
}

/* Nobody asks for a log. */
void no_log(long *result)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = seconds() + i;
}
