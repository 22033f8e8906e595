/* How much memory is free; see quota.c. */
#ifndef PPAR_QUOTA_H
#define PPAR_QUOTA_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of memory that this process may still take: what the machine has, less if a control group
 * has a limit. UINT64_MAX: nobody can tell. */
uint64_t quota_memory(void);

/* The tightest limit of our control group (version 2) and those around it, by what READ makes of
 * each group's folder (below /sys/fs/cgroup). READ returns UINT64_MAX where there is none. */
uint64_t quota_of_groups(uint64_t (*read)(const char *folder));

/* The file's first SIZE - 1 bytes as a string; 0 or -errno. */
int quota_read_file(const char *folder, const char *name, char *text, size_t size);

/* Bytes that a line "MemAvailable:  123 kB" of /proc/meminfo tells; UINT64_MAX: there is none. */
uint64_t quota_parse_meminfo(const char *text);

/* MAX less CURRENT, the contents of memory.max ("max" or a number) and memory.current. */
uint64_t quota_parse_group(const char *max, const char *current);

#endif
