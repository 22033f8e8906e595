/* status: 1 */
/* memcpy fills a part of the buffer, of which the rest is older. */
#include <string.h>

char buffer[20], row[100][20];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        memcpy(buffer, row[i], 4);
        memcpy(row[i], buffer, 20);
        memcpy(buffer + 4, row[i], 16);
    }
}
