/*
 * The static libppar is named by its path: the program then needs no search path at run time, and
 * the linker takes nothing of it for a program that has no parallel loop, so that every link can be
 * given it.
 */
#include "installation.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const program_places[] = {
    "/bin/ppcc",
    "/libexec/ppcc/ppcc1",
    "/" PPCC_BINDIR "/ppcc",
    "/" PPCC_LIBEXECDIR "/ppcc/ppcc1",
};

/* Cuts the program's own place off its PATH, which leaves the folder of the tree. */
static bool cut_program(char *path)
{
    size_t length = strlen(path);
    for (size_t k = 0; k < sizeof program_places / sizeof *program_places; k++) {
        size_t tail = strlen(program_places[k]);
        if (length >= tail && strcmp(path + length - tail, program_places[k]) == 0) {
            path[length - tail] = '\0';
            return true;
        }
    }
    return false;
}

static const char *find_below(struct arena *arena, const char *tree, const char *first,
                              const char *second)
{
    const char *path = arena_printf(arena, "%s/%s", tree, first);
    if (access(path, F_OK) == 0)
        return path;
    path = arena_printf(arena, "%s/%s", tree, second);
    return access(path, F_OK) == 0 ? path : NULL;
}

/* Naming the system's own folder with -isystem would change the order of the others. */
static bool is_system_folder(const char *path)
{
    return strcmp(path, "/usr/include") == 0 || strcmp(path, "/usr/local/include") == 0;
}

int installation_find(struct installation *installation, struct arena *arena)
{
    char *tree = arena_alloc(arena, PATH_MAX + 1);
    if (readlink("/proc/self/exe", tree, PATH_MAX) < 0)
        return -errno;
    if (!cut_program(tree))
        return -ENOENT;
    installation->translator =
        find_below(arena, tree, "libexec/ppcc/ppcc1", PPCC_LIBEXECDIR "/ppcc/ppcc1");
    installation->library = find_below(arena, tree, "lib/libppar.a", PPCC_LIBDIR "/libppar.a");
    installation->include = NULL;
    const char *include = arena_printf(arena, "%s/include", tree);
    if (!is_system_folder(include) && access(arena_printf(arena, "%s/ppar.h", include), R_OK) == 0)
        installation->include = include;
    return installation->translator ? 0 : -ENOENT;
}

/* Is NAME, as found in PATH, a program other than this one? */
static bool is_other_program(const char *name)
{
    struct stat self, other;
    if (stat("/proc/self/exe", &self) < 0)
        return false;
    const char *path = getenv("PATH");
    char file[PATH_MAX];
    for (const char *at = path ? path : "/usr/bin:/bin"; at; at = strchr(at, ':')) {
        at += *at == ':';
        int length = (int)strcspn(at, ":");
        if (length == 0 || length + strlen(name) + 2 > sizeof file)
            continue;
        memcpy(file, at, (size_t)length);
        file[length] = '/';
        strcpy(file + length + 1, name);
        if (access(file, X_OK) == 0 && stat(file, &other) == 0)
            return self.st_ino != other.st_ino || self.st_dev != other.st_dev;
    }
    return false;
}

void real_compiler(const struct command *command, struct args *words)
{
    const char *given = command->cc ? command->cc : getenv("PPCC_CC");
    if (!command->cc && command->compiler.list.count)
        args_add_all(words, &command->compiler);
    else if (given)
        args_split(words, given);
    const char *const names[] = {"cc", "gcc", "clang"};
    for (size_t k = 0; k < 3 && words->list.count == 0; k++)
        if (is_other_program(names[k]))
            args_add(words, names[k]);
    if (words->list.count == 0)
        args_add(words, "gcc");
}

void add_compile_flags(const struct installation *installation, struct args *args)
{
    args_add(args, "-D_PPAR=1");
    if (installation->include) {
        args_add(args, "-isystem");
        args_add(args, installation->include);
    }
}

/* Workers end by _exit, which passes by the handler that writes the counts of --coverage; libppar
 * writes them with these functions, which nothing else would take out of the compiler's library. */
static void add_counting(struct args *args)
{
    args_add(args, "-Wl,-u,__gcov_dump");
    args_add(args, "-Wl,-u,__gcov_reset");
}

void add_link_flags(const struct installation *installation, const struct command *command,
                    struct args *args)
{
    if (!installation->library)
        return;
    if (command->counts)
        add_counting(args);
    if (command->language) {
        args_add(args, "-x");
        args_add(args, "none");
    }
    args_add(args, "-Wl,--push-state,--no-whole-archive");
    args_add(args, installation->library);
    args_add(args, "-Wl,--pop-state");
}
