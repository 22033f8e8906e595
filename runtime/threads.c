/*
 * Other threads of the process.
 *
 * fork copies the calling thread alone. A lock that another one holds at that moment stays locked
 * in the worker for ever. The C library mends that for its allocator; stdio's locks, those of other
 * libraries and the program's own it does not. Whether one is held cannot be seen, so with other
 * threads alive loops run serially, and the threads are named.
 *
 * /proc/self/task has one folder for each thread; like every folder it has a link from each of
 * them, one from its parent and one from itself. That is one system call, and nothing to open, and
 * nearly always the answer. A thread that has been joined may still be on its way out, though: the
 * kernel has told of its end before it takes it out of the list. Such a one holds no lock, and is
 * told by a flag of its own.
 */
#include "threads.h"
#include "io.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXITING 0x4u /* PF_EXITING of the kernel, among the flags in a thread's stat */
#define NAMED   3

/* Splits "TID (NAME) STATE PPID PGRP SESSION TTY TPGID FLAGS ...": the name may hold anything. */
static int is_alive(char *stat, const char **name)
{
    unsigned flags = 0;
    char *start = strchr(stat, '('), *end = strrchr(stat, ')');
    if (start == NULL || end == NULL || end < start ||
        sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %u", &flags) != 1)
        return 0;
    *end = '\0';
    *name = start + 1;
    return (flags & EXITING) == 0;
}

/* The next thread but the calling one that lives. Its name lies in STAT. */
static const char *next_thread(DIR *tasks, char *stat, size_t size)
{
    const struct dirent *entry;
    long self = syscall(SYS_gettid);
    while ((entry = readdir(tasks)) != NULL) {
        char path[300];
        const char *name = NULL;
        if (entry->d_name[0] == '.' || atol(entry->d_name) == self)
            continue;
        snprintf(path, sizeof path, "/proc/self/task/%s/stat", entry->d_name);
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        ssize_t length = fd < 0 ? 0 : io_read(fd, stat, size - 1);
        io_close(&fd);
        stat[length > 0 ? length : 0] = '\0';
        if (is_alive(stat, &name))
            return name;
    }
    return NULL;
}

int threads_are_there(void)
{
    struct stat links;
    char stat_of_one[512];
    if (stat("/proc/self/task", &links) != 0 || links.st_nlink <= 3)
        return 0;
    DIR *tasks = opendir("/proc/self/task");
    if (tasks == NULL)
        return 1;
    int found = next_thread(tasks, stat_of_one, sizeof stat_of_one) != NULL;
    closedir(tasks);
    return found;
}

char *threads_names(char *text, size_t size)
{
    char stat_of_one[512];
    const char *name;
    size_t length = 0;
    int count = 0;
    text[0] = '\0';
    DIR *tasks = opendir("/proc/self/task");
    while (tasks != NULL && (name = next_thread(tasks, stat_of_one, sizeof stat_of_one)) != NULL) {
        if (count++ < NAMED && length < size)
            length += (size_t)snprintf(text + length, size - length, "%s'%s'",
                                       count > 1 ? ", " : "", name);
    }
    if (count > NAMED && length < size)
        snprintf(text + length, size - length, " and %d more", count - NAMED);
    if (tasks != NULL)
        closedir(tasks);
    return text;
}
