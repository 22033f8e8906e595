#include "fix.h"

#include "buf.h"
#include "files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct fixed_file {
    const char *name;
    LIST_OF(struct diag_fixit) fixits; /* with offsets in this file */
};

struct fixes {
    struct arena *arena;
    LIST_OF(struct fixed_file) files;
};

struct fixes *fixes_new(struct arena *arena)
{
    struct fixes *fixes = ARENA_NEW(arena, struct fixes);
    *fixes = (struct fixes){.arena = arena};
    return fixes;
}

static struct fixed_file *find_file(struct fixes *fixes, const char *name)
{
    for (size_t k = 0; k < fixes->files.count; k++)
        if (!strcmp(fixes->files.items[k].name, name))
            return &fixes->files.items[k];
    struct fixed_file file = {.name = arena_strdup(fixes->arena, name)};
    LIST_PUSH(fixes->arena, fixes->files, file);
    return &fixes->files.items[fixes->files.count - 1];
}

static void take(struct fixes *fixes, const char *main_file, const struct unit *unit,
                 struct diag_fixit fixit)
{
    unsigned length = fixit.end - fixit.start;
    const char *name = unit_origin(unit, fixit.start, &fixit.start);
    if (!name || fixit.is_choice)
        return;
    bool is_main = main_file && !strcmp(name, unit->path);
    struct fixed_file *file = find_file(fixes, is_main ? main_file : name);
    fixit.end = fixit.start + length;
    fixit.replacement = arena_strdup(fixes->arena, fixit.replacement);
    LIST_PUSH(fixes->arena, file->fixits, fixit);
}

void fixes_take(struct fixes *fixes, const char *main_file, const struct diags *diags,
                const struct unit *unit)
{
    for (size_t k = 0; k < diags->list.count; k++)
        for (size_t f = 0; f < diags->list.items[k]->fixits.count; f++)
            take(fixes, main_file, unit, diags->list.items[k]->fixits.items[f]);
}

static int compare_fixits(const void *left, const void *right)
{
    const struct diag_fixit *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* TEXT with the fix-its of FILE applied; returns how many. */
static long mend(const struct fixed_file *file, const struct buf *text, struct buf *mended)
{
    long applied = 0;
    size_t done = 0;
    for (size_t k = 0; k < file->fixits.count; k++) {
        const struct diag_fixit *fixit = &file->fixits.items[k];
        if ((applied && fixit->start <= done) || fixit->end > text->length)
            continue;
        buf_add(mended, buf_text(text) + done, fixit->start - done);
        buf_puts(mended, fixit->replacement);
        done = fixit->end;
        applied++;
    }
    buf_add(mended, buf_text(text) + done, text->length - done);
    return applied;
}

/* A symbolic link goes on leading to the file. */
static int write_back(struct arena *arena, const char *name, const struct buf *text)
{
    char *path = realpath(name, NULL);
    if (!path)
        return -errno;
    int error = replace_file(arena, path, buf_text(text), text->length);
    free(path);
    return error;
}

/* Returns how many were applied, or -errno. */
static long apply(struct fixes *fixes, struct fixed_file *file)
{
    struct buf text = {0}, mended = {0};
    qsort(file->fixits.items, file->fixits.count, sizeof *file->fixits.items, compare_fixits);
    long applied = buf_read_file(&text, file->name);
    if (applied == 0)
        applied = mend(file, &text, &mended);
    int error = applied > 0 ? write_back(fixes->arena, file->name, &mended) : 0;
    buf_release(&text);
    buf_release(&mended);
    return error < 0 ? error : applied;
}

long fixes_apply(struct fixes *fixes, const char **failed)
{
    long all = 0;
    for (size_t k = 0; k < fixes->files.count; k++) {
        long applied = apply(fixes, &fixes->files.items[k]);
        if (applied < 0) {
            *failed = fixes->files.items[k].name;
            return applied;
        }
        all += applied;
    }
    return all;
}
