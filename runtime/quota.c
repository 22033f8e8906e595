/*
 * What the machine and the control groups (version 2) leave to this process.
 *
 * Groups form a tree, and each may have its own limit, so we walk from our group up to the root and
 * take the tightest. What cannot be read (another version, no /proc, no descriptor left) does not
 * limit anything.
 */
#include "quota.h"
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int quota_read_file(const char *folder, const char *name, char *text, size_t size)
{
    char path[4096 + 64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    ssize_t length = io_read(fd, text, size - 1);
    close(fd);
    if (length < 0)
        return (int)length;
    text[length] = '\0';
    return 0;
}

/* The path of our group in the version 2 hierarchy: the line "0::/some/path". */
static char *find_group(char *text)
{
    for (char *line = text; line != NULL && *line != '\0';) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        if (strncmp(line, "0::/", 4) == 0)
            return line + 3;
        line = end;
    }
    return NULL;
}

uint64_t quota_of_groups(uint64_t (*read)(const char *folder))
{
    char groups[3500], folder[4096];
    uint64_t tightest = UINT64_MAX;
    if (quota_read_file("/proc/self", "cgroup", groups, sizeof groups) != 0)
        return tightest;
    char *group = find_group(groups);
    while (group != NULL) {
        snprintf(folder, sizeof folder, "/sys/fs/cgroup%s", group);
        uint64_t limit = read(folder);
        tightest = limit < tightest ? limit : tightest;
        char *slash = strrchr(group, '/');
        if (slash == NULL)
            break;
        *slash = '\0';
    }
    return tightest;
}

uint64_t quota_parse_meminfo(const char *text)
{
    unsigned long long kilobytes;
    const char *line = strstr(text, "MemAvailable:");
    if (line == NULL || sscanf(line, "MemAvailable: %llu kB", &kilobytes) != 1)
        return UINT64_MAX;
    return (uint64_t)kilobytes * 1024;
}

uint64_t quota_parse_group(const char *max, const char *current)
{
    unsigned long long most, used;
    if (sscanf(max, "%llu", &most) != 1 || sscanf(current, "%llu", &used) != 1)
        return UINT64_MAX;
    return most > used ? most - used : 0;
}

static uint64_t read_group(const char *folder)
{
    char max[64], current[64];
    if (quota_read_file(folder, "memory.max", max, sizeof max) != 0 ||
        quota_read_file(folder, "memory.current", current, sizeof current) != 0)
        return UINT64_MAX;
    return quota_parse_group(max, current);
}

uint64_t quota_memory(void)
{
    char text[4096];
    uint64_t group = quota_of_groups(read_group), machine = UINT64_MAX;
    if (quota_read_file("/proc", "meminfo", text, sizeof text) == 0)
        machine = quota_parse_meminfo(text);
    return group < machine ? group : machine;
}
