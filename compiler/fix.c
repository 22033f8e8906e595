#include "fix.h"

#include "buf.h"
#include "files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct fixed_file {
    const char *name, *text;
    size_t length;
    LIST_OF(struct diag_fixit) fixits;
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

void fixes_take(struct fixes *fixes, const char *name, const struct diags *diags,
                const struct unit *unit)
{
    struct arena *arena = fixes->arena;
    struct fixed_file file = {.name = arena_strdup(arena, name), .length = unit->length};
    for (size_t k = 0; k < diags->list.count; k++) {
        const struct diag *diag = diags->list.items[k];
        for (size_t f = 0; f < diag->fixits.count; f++) {
            struct diag_fixit fixit = diag->fixits.items[f];
            if (fixit.is_choice)
                continue;
            fixit.replacement = arena_strdup(arena, fixit.replacement);
            LIST_PUSH(arena, file.fixits, fixit);
        }
    }
    if (!file.fixits.count)
        return;
    char *text = arena_alloc(arena, unit->length + 1);
    memcpy(text, unit->text, unit->length);
    file.text = text;
    LIST_PUSH(arena, fixes->files, file);
}

static int compare_fixits(const void *left, const void *right)
{
    const struct diag_fixit *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* The file's text with its fix-its applied; returns how many. */
static long mend(const struct fixed_file *file, struct buf *text)
{
    long applied = 0;
    size_t done = 0;
    for (size_t k = 0; k < file->fixits.count; k++) {
        const struct diag_fixit *fixit = &file->fixits.items[k];
        if (applied && fixit->start <= done)
            continue;
        buf_add(text, file->text + done, fixit->start - done);
        buf_puts(text, fixit->replacement);
        done = fixit->end;
        applied++;
    }
    buf_add(text, file->text + done, file->length - done);
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

long fixes_apply(struct fixes *fixes, const char **failed)
{
    long applied = 0;
    for (size_t k = 0; k < fixes->files.count; k++) {
        struct fixed_file *file = &fixes->files.items[k];
        qsort(file->fixits.items, file->fixits.count, sizeof *file->fixits.items, compare_fixits);
        struct buf text = {0};
        applied += mend(file, &text);
        int error = write_back(fixes->arena, file->name, &text);
        buf_release(&text);
        if (error < 0) {
            *failed = file->name;
            return error;
        }
    }
    return applied;
}
