/* verdict: proven */
/* No descriptor is left open, none that was open is closed, and file offsets do not move. */
#include "show.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static void probe(const char *when)
{
    int fd = open("/dev/null", O_RDONLY);

    printf("%s: %d\n", when, fd);
    close(fd);
}

int main(int argc, char **argv)
{
    char buffer[8];
    int a[10];
    FILE *self = fopen(argc > 1 ? argv[1] : "/etc/passwd", "r");

    if (self == NULL)
        return 1;
    for (int k = 0; k < 5; k++)
        getc(self);
    FILL(a, 10, -1);
    probe("before");
#pragma ppar for
    for (int i = 1; i < 9; i++)
        a[i] = i;
    probe("after one");
    for (int round = 0; round < 50; round++)
#pragma ppar for
        for (int i = 1; i < 9; i++)
            a[i] += i;
    probe("after fifty");
    SHOW("%d", a, 10);
    for (int k = 0; k < 7; k++)
        buffer[k] = (char)getc(self);
    buffer[7] = '\0';
    puts(buffer);
    fclose(self);
    return 0;
}
