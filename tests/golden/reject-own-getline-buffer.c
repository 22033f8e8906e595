/* The buffer that getline allocates. */
#include <fcntl.h>
#include <stdio.h>

static char *result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *line = NULL;
        size_t room = 0;
        FILE *in = fopen("/etc/hostname", "r");
        if (!in)
            continue;
        if (getline(&line, &room, in) > 0)
            result[i] = line;
        fclose(in);
    }
    printf("%d\n", result[3] != NULL);
    return 0;
}
