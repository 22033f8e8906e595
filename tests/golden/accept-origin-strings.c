/* A table of strings that nobody changes. */
#include <string.h>

static const char *names[] = {"one", "two", "three"};
size_t length[3];
char buffer[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 3; i++) {
        strcpy(buffer, names[i]);
        length[i] = strlen(buffer);
    }
}
