/* status: 1 */
/* Somebody puts the buffer itself into the table. */
#include <string.h>

static const char *names[] = {"one", "two", "three"};
size_t length[3];
char buffer[10];

void g(void)
{
    names[1] = buffer;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 3; i++) {
        length[i] = strlen(names[i]);
        buffer[i] = 'x';
    }
}
