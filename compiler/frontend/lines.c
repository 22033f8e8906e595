/*
 * Which line of which file a byte of the main file is called. That is counted here, for clang
 * counts anew at every question; where a #line stands, clang is asked once what it says, since its
 * number and its name may come from macros.
 */
#include "internal.h"

#include <string.h>

static void find_starts(struct frontend *frontend)
{
    const char *text = frontend->text;
    size_t length = frontend->length;
    LIST_PUSH(frontend->arena, frontend->line_starts, 0);
    for (size_t i = 0; i < length; i++) {
        bool is_return = text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n');
        if (text[i] == '\n' || is_return)
            LIST_PUSH(frontend->arena, frontend->line_starts, (unsigned)i + 1);
    }
}

/* The index of the line that OFFSET is on. */
static size_t line_at(const struct frontend *frontend, unsigned offset)
{
    size_t low = 0, high = frontend->line_starts.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (frontend->line_starts.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The line behind the one that OFFSET is on gets the name that clang has for it. */
static void add_name(struct frontend *frontend, unsigned offset)
{
    size_t line = line_at(frontend, offset) + 1;
    if (line >= frontend->line_starts.count)
        return;
    struct line_name name = {.offset = frontend->line_starts.items[line]};
    CXString file;
    clang_getPresumedLocation(
        clang_getLocationForOffset(frontend->tu, frontend->main_file, name.offset), &file,
        &name.line, NULL);
    name.file = take_string(frontend->arena, file);
    if (!strcmp(name.file, frontend->file))
        name.file = frontend->path;
    LIST_PUSH(frontend->arena, frontend->names.list, name);
}

void lines_init(struct frontend *frontend)
{
    find_starts(frontend);
    const struct tokens *tokens = frontend_tokens(frontend);
    for (size_t i = 0; i < tokens->list.count; i++)
        if (tokens_name_lines(tokens, i))
            add_name(frontend, tokens->list.items[i].start);
}

/* The last name at or before OFFSET, or NULL. */
static const struct line_name *name_at(const struct frontend *frontend, unsigned offset)
{
    size_t low = 0, high = frontend->names.list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (frontend->names.list.items[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &frontend->names.list.items[low - 1] : NULL;
}

struct place main_place(const struct frontend *frontend, unsigned offset)
{
    const struct line_name *name = name_at(frontend, offset);
    size_t line = line_at(frontend, offset);
    size_t before = name ? line_at(frontend, name->offset) : 0;
    return (struct place){
        .file = name ? name->file : frontend->path,
        .line = (unsigned)(line - before) + (name ? name->line : 1),
        .column = offset - frontend->line_starts.items[line] + 1,
        .offset = offset,
        .main = frontend->path,
    };
}
