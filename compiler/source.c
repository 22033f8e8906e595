/*
 * The quick look decides in a fraction of a millisecond whether the real compiler can have a file
 * at once. It searches the text for the word ppar, which every way of writing an annotation needs
 * (`#pragma ppar`, `_Pragma("ppar ...")`, `#include <ppar.h>`), and follows the #include lines that
 * name a file of the project. Comments and conditions are ignored: a file too many is looked at
 * closely by tokens later, a file too few would be compiled serially without a word.
 *
 * Left out on purpose: folders of -isystem, the system's headers, #include of a macro, and pipes
 * that have a name.
 */
#include "source.h"

#include "files.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uthash.h>

struct visited {
    char *path;
    UT_hash_handle hh;
};

struct search {
    const struct command *command;
    struct visited *visited;
    LIST_OF(const char *) pending; /* files to look at, all in VISITED */
};

static int read_stdin(struct buf *text)
{
    off_t start = lseek(STDIN_FILENO, 0, SEEK_CUR);
    if (start < 0)
        return -errno;
    int status = buf_read_fd(text, STDIN_FILENO);
    if (lseek(STDIN_FILENO, start, SEEK_SET) < 0)
        return -errno;
    return status;
}

int source_read(const struct input *input, struct buf *text)
{
    return input_is_stdin(input) ? read_stdin(text) : buf_read_file(text, input->path);
}

/* What comes through a pipe can be read once: DESCRIPTOR becomes a file in memory that holds it. */
static int keep(int descriptor)
{
    if (lseek(descriptor, 0, SEEK_CUR) >= 0)
        return 0;
    struct buf text = {0};
    int status = buf_read_fd(&text, descriptor);
    int fd = status < 0 ? -1 : memfd_create("source", MFD_CLOEXEC);
    if (status == 0 && fd < 0)
        status = -errno;
    if (status == 0)
        status = write_all(fd, buf_text(&text), text.length);
    if (status == 0 && (lseek(fd, 0, SEEK_SET) < 0 || dup2(fd, descriptor) < 0))
        status = -errno;
    if (fd >= 0)
        close(fd);
    buf_release(&text);
    return status;
}

int source_keep_stdin(void)
{
    return keep(STDIN_FILENO);
}

/* The descriptor that PATH is a name of: /dev/stdin, /dev/fd/63 as shells write it for <(...). */
static int descriptor_of(const char *path)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    if (strcmp(path, "/dev/stdin") == 0)
        return STDIN_FILENO;
    for (size_t k = 0; k < sizeof folders / sizeof *folders; k++) {
        size_t length = strlen(folders[k]);
        if (strncmp(path, folders[k], length) == 0 && isdigit((unsigned char)path[length]))
            return atoi(path + length);
    }
    return -1;
}

/* Can PATH be read again by the real compiler? A pipe with a name cannot. */
static bool is_readable_twice(const char *path)
{
    struct stat file;
    int descriptor = descriptor_of(path);
    if (descriptor >= 0)
        return keep(descriptor) == 0;
    return stat(path, &file) == 0 && !S_ISFIFO(file.st_mode);
}

/* ---- the quick look ----------------------------------------------------------------------- */

static void add_pending(struct search *search, const char *path)
{
    struct visited *visited;
    HASH_FIND_STR(search->visited, path, visited);
    if (visited || access(path, R_OK) < 0)
        return;
    struct arena *arena = search->command->arena;
    visited = ARENA_NEW(arena, struct visited);
    visited->path = arena_strdup(arena, path);
    HASH_ADD_KEYPTR(hh, search->visited, visited->path, strlen(visited->path), visited);
    LIST_PUSH(arena, search->pending, visited->path);
}

/* NAME as included by the file PATH: beside it when quoted, then in each folder given. */
static void add_include(struct search *search, const char *path, const char *name, bool quoted)
{
    struct arena *arena = search->command->arena;
    if (name[0] == '/') {
        add_pending(search, name);
        return;
    }
    const char *slash = strrchr(path, '/');
    if (quoted)
        add_pending(search,
                    arena_printf(arena, "%.*s%s", slash ? (int)(slash - path) + 1 : 0, path, name));
    for (size_t k = 0; k < search->command->quote_folders.count; k++)
        add_pending(search,
                    arena_printf(arena, "%s/%s", search->command->quote_folders.items[k], name));
}

static const char *skip_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t')
        at++;
    return at;
}

/* LINE is the text behind a '#'. */
static void follow_directive(struct search *search, const char *path, const char *line)
{
    line = skip_blanks(line);
    if (strncmp(line, "include", strlen("include")) != 0)
        return;
    line = skip_blanks(line + strlen("include"));
    if (strncmp(line, "_next", strlen("_next")) == 0)
        line = skip_blanks(line + strlen("_next"));
    char close = *line == '"' ? '"' : *line == '<' ? '>' : '\0';
    size_t length = close ? strcspn(line + 1, close == '>' ? ">\n" : "\"\n") : 0;
    if (length == 0 || length >= PATH_MAX || line[1 + length] != close)
        return;
    const char *name = arena_strndup(search->command->arena, line + 1, length);
    add_include(search, path, name, close == '"');
}

static void follow_includes(struct search *search, const char *path, const struct buf *text)
{
    const char *at = buf_text(text), *end = at + text->length;
    while ((at = memmem(at, (size_t)(end - at), "include", strlen("include")))) {
        const char *hash = at;
        while (hash > text->bytes && (hash[-1] == ' ' || hash[-1] == '\t'))
            hash--;
        if (hash > text->bytes && hash[-1] == '#')
            follow_directive(search, path, hash);
        at += strlen("include");
    }
}

static bool is_in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* As a word: "apparently" is none. */
static bool mentions_ppar(const struct buf *text)
{
    const char *start = buf_text(text), *at = start, *end = start + text->length;
    for (; (at = memmem(at, (size_t)(end - at), "ppar", strlen("ppar"))); at++)
        if ((at == start || !is_in_word(at[-1])) && !is_in_word(at[strlen("ppar")]))
            return true;
    return false;
}

static bool look_at(struct search *search, const struct input *input)
{
    struct buf text = {0};
    bool mentioned = source_read(input, &text) == 0 && mentions_ppar(&text);
    if (!mentioned && !input_is_preprocessed(input))
        follow_includes(search, input->path, &text);
    buf_release(&text);
    return mentioned;
}

/* -DPARALLEL='_Pragma("ppar for")' */
static bool option_mentions(const struct command *command)
{
    for (size_t k = 0; k < command->libclang.list.count; k++) {
        const char *arg = command->libclang.list.items[k];
        if (strstr(arg, "_Pragma(\"ppar") || strstr(arg, "PPAR_FOR"))
            return true;
    }
    return false;
}

bool source_may_concern(const struct command *command, const struct input *input)
{
    struct search search = {.command = command};
    if (!input_is_stdin(input) && !is_readable_twice(input->path))
        return false;
    bool found = option_mentions(command) || look_at(&search, input);
    for (size_t k = 0; k < command->forced.count && !found; k++)
        add_include(&search, "", command->forced.items[k], true);
    while (search.pending.count && !found) {
        struct input header = {.path = search.pending.items[--search.pending.count]};
        found = look_at(&search, &header);
    }
    HASH_CLEAR(hh, search.visited);
    return found;
}
