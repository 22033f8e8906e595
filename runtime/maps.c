/* The mappings of this process. */
#include "maps.h"
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FIRST_BYTES ((size_t)1 << 16)
#define MOST_BYTES  ((size_t)1 << 30)

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

int maps_are_private(const char *maps, uintptr_t start, uintptr_t end)
{
    struct mapping mapping;
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (maps_parse(line, &mapping) && mapping.start < end && start < mapping.end &&
            mapping.access[3] != 'p')
            return 0;
    }
    return 1;
}

/* A mapping of its own, whose size stands before the text. */
static char *new_text(size_t size)
{
    size_t *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    *memory = size;
    return (char *)(memory + 1);
}

size_t maps_size(const char *maps, uintptr_t *start)
{
    *start = (uintptr_t)(maps - sizeof(size_t));
    return *(const size_t *)(const void *)(maps - sizeof(size_t));
}

void maps_free(char *maps)
{
    if (maps != NULL)
        munmap(maps - sizeof(size_t), *(size_t *)(void *)(maps - sizeof(size_t)));
}

/* The whole file, if it fits. 1: it did; 0: it did not; or -errno. */
static int read_into(char *text, size_t room, const char *file)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    ssize_t got = io_read(fd, text, room - 1);
    io_close(&fd);
    if (got < 0)
        return (int)got;
    text[got] = '\0';
    return (size_t)got < room - 1;
}

static char *read_whole(const char *file)
{
    for (size_t size = FIRST_BYTES; size <= MOST_BYTES; size *= 4) {
        char *text = new_text(size);
        int outcome = text == NULL ? -ENOMEM : read_into(text, size - sizeof(size_t), file);
        if (outcome == 1)
            return text;
        maps_free(text);
        if (outcome < 0)
            break;
    }
    return NULL;
}

char *maps_read(void)
{
    return read_whole("/proc/self/maps");
}

char *maps_read_details(void)
{
    return read_whole("/proc/self/smaps");
}
