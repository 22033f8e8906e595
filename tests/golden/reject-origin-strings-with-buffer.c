/* status: 1 */
/* One of the strings is no literal. */
#include <string.h>

char buffer[10] = "ab";
static const char *names[] = {"one", buffer, "three"};
size_t length[3];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 3; i++) {
        length[i] = strlen(names[i]);
        buffer[i] = 'x';
    }
}
