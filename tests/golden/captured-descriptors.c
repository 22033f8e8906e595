/* status: 1 */
/* Sockets and mappings: of the iteration's own, shared, and kept. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int result[10], number[10];
void *map[10];

void own(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        struct sockaddr_in to;
        char c = 0;
        memset(&to, 0, sizeof to);
        int s = socket(AF_INET, SOCK_STREAM, 0);
        if (s < 0)
            continue;
        if (connect(s, (struct sockaddr *)&to, sizeof to) == 0 && recv(s, &c, 1, 0) == 1)
            result[i] = c;
        close(s);
    }
}

void shared(int s)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char c = 0;
        if (recv(s, &c, 1, 0) == 1)
            result[i] = c;
    }
}

void kept(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char name[20];
        sprintf(name, "file%d", i);
        FILE *in = fopen(name, "r");
        number[i] = in ? fileno(in) : -1;
        map[i] = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }
}

void replaced(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char *p = mmap(map[0], 4096, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
        result[i] = p[0];
        munmap(p, 4096);
    }
}
