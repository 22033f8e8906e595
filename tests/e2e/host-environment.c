/* verdict: proven */
/* Arguments and the environment as the body sees them. */
#include "show.h"

#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    int a[6];
    char value[6][16];

    FILL(a, 6, -1);
    for (int i = 0; i < 6; i++)
        strcpy(value[i], "-");
    setenv("SAMPLE_SETTING", "forty two", 1);
#pragma ppar for
    for (int i = 1; i < 5; i++) {
        const char *setting = getenv("SAMPLE_SETTING");

        a[i] = argc + (argv[argc] == NULL);
        if (setting != NULL)
            strcpy(value[i], setting);
    }
    SHOW("%d", a, 6);
    SHOW("%s", value, 6);
    return 0;
}
