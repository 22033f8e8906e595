/* To be loaded before the C library: a started program runs for a while before its parent goes on.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <spawn.h>
#include <time.h>

typedef int spawn(pid_t *, const char *, const posix_spawn_file_actions_t *,
                  const posix_spawnattr_t *, char *const *, char *const *);

int posix_spawnp(pid_t *child, const char *file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const *argv, char *const *environment)
{
    const struct timespec while_it_runs = {.tv_nsec = 500000000};
    spawn *real = (spawn *)dlsym(RTLD_NEXT, "posix_spawnp");
    int error = real(child, file, actions, attributes, argv, environment);
    nanosleep(&while_it_runs, NULL);
    return error;
}
