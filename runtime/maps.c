/* The mappings of this process. */
#include "maps.h"
#include "io.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* LINE goes on with other lines, and a mapping without a name ends before the name. */
int maps_parse(const char *line, struct mapping *mapping)
{
    char text[256];
    unsigned long long start, end, offset, inode;
    snprintf(text, sizeof text, "%.*s", (int)strcspn(line, "\n"), line);
    *mapping = (struct mapping){0};
    if (sscanf(text, "%llx-%llx %4s %llx %*s %llu %63[^\n]", &start, &end, mapping->access, &offset,
               &inode, mapping->name) < 5)
        return 0;
    mapping->start = (uintptr_t)start;
    mapping->end = (uintptr_t)end;
    mapping->offset = offset;
    mapping->inode = inode;
    return 1;
}

const char *maps_next(const char *line)
{
    const char *end = strchr(line, '\n');
    return end == NULL || end[1] == '\0' ? NULL : end + 1;
}

int maps_is_ours(const struct mapping *mapping)
{
    return strcmp(mapping->name, "/memfd:" MAPS_OURS " (deleted)") == 0;
}

static int is_plain(const struct mapping *mapping)
{
    const char *name = mapping->name;
    int is_anonymous =
        *name == '\0' || strcmp(name, "[heap]") == 0 || strncmp(name, "[anon:", 6) == 0;
    return strcmp(mapping->access, "rw-p") == 0 && (is_anonymous || maps_is_ours(mapping));
}

/* The lines ascend. */
int maps_are_plain(const char *maps, uintptr_t start, uintptr_t end)
{
    struct mapping mapping;
    for (const char *line = maps; line != NULL && start < end; line = maps_next(line)) {
        if (!maps_parse(line, &mapping))
            return 0;
        if (mapping.end <= start)
            continue;
        if (mapping.start > start || !is_plain(&mapping))
            return 0;
        start = mapping.end;
    }
    return start >= end;
}

char *maps_read(void)
{
    size_t room = 65536, length = 0;
    char *text = NULL;
    int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    while (fd >= 0) {
        char *larger = realloc(text, room);
        if (larger == NULL)
            break;
        text = larger;
        ssize_t got = io_read(fd, text + length, room - 1 - length);
        if (got < 0)
            break;
        length += (size_t)got;
        text[length] = '\0';
        if (length < room - 1) {
            io_close(&fd);
            return text;
        }
        room *= 2;
    }
    io_close(&fd);
    free(text);
    return NULL;
}
