/*
 * The changes are known, so that no comparison is needed: a line of the file either stays, or has
 * added lines before it, or is divided at the places where lines are added. Changes with no more
 * than six lines between them share a hunk, as their contexts meet.
 *
 * patch refuses names with "..", and absolute ones unless it runs in /. So such a name is written
 * from the current folder on where the file is below it, else from the root on. Names with bytes
 * that the header cannot hold are quoted as git and diff do.
 */
#include "patch.h"

#include "buf.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONTEXT = 3 };

/* A line of the file: the bytes [start, end), its newline included. */
struct file_line {
    unsigned start, end;
    size_t first, count; /* added lines, by index, that stand before or inside it */
};

struct hunks {
    const struct patch *patch;
    FILE *stream;
    LIST_OF(struct file_line) lines;
    long shift; /* how many lines the hunks so far have added */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static unsigned line_start(const struct patch *patch, unsigned offset)
{
    while (offset > 0 && patch->text[offset - 1] != '\n')
        offset--;
    return offset;
}

/* Does nothing but blanks stand between START and OFFSET? */
static bool begins_line(const struct patch *patch, unsigned start, unsigned offset)
{
    while (start < offset && is_blank(patch->text[start]))
        start++;
    return start == offset;
}

bool patch_fits(const struct patch *patch, unsigned offset)
{
    unsigned at = line_start(patch, offset);
    if (at == 0 || !begins_line(patch, at, offset))
        return true;
    at--;
    while (at > 0 && (is_blank(patch->text[at - 1]) || patch->text[at - 1] == '\r'))
        at--;
    return at == 0 || patch->text[at - 1] != '\\';
}

static void split_lines(struct hunks *hunks)
{
    const struct patch *patch = hunks->patch;
    size_t next = 0;
    for (size_t at = 0; at < patch->length;) {
        const char *newline = memchr(patch->text + at, '\n', patch->length - at);
        size_t end = newline ? (size_t)(newline - patch->text) + 1 : patch->length;
        struct file_line line = {.start = (unsigned)at, .end = (unsigned)end, .first = next};
        while (next < patch->lines.count && patch->lines.items[next].offset < end)
            next++;
        line.count = next - line.first;
        LIST_PUSH(patch->arena, hunks->lines, line);
        at = end;
    }
}

/* ---- lines of a hunk ---------------------------------------------------------------------- */

static void print_bytes(const struct hunks *hunks, char sign, unsigned start, unsigned end)
{
    fputc(sign, hunks->stream);
    fwrite(hunks->patch->text + start, 1, end - start, hunks->stream);
    if (end == start || hunks->patch->text[end - 1] != '\n')
        fputs("\n\\ No newline at end of file\n", hunks->stream);
}

/* Lines end as those of the file do. */
static const char *newline_of(const struct hunks *hunks, const struct file_line *line)
{
    const char *text = hunks->patch->text;
    bool is_dos =
        line->end - line->start >= 2 && text[line->end - 1] == '\n' && text[line->end - 2] == '\r';
    return is_dos ? "\r\n" : "\n";
}

/* The pieces of a line that is divided; each but the first is indented as the line was. */
static void print_divided(const struct hunks *hunks, const struct file_line *line)
{
    const char *text = hunks->patch->text, *newline = newline_of(hunks, line);
    unsigned indent = line->start;
    while (is_blank(text[indent]))
        indent++;
    print_bytes(hunks, '-', line->start, line->end);
    unsigned from = line->start;
    for (size_t k = line->first; k < line->first + line->count; k++) {
        const struct patch_line *added = &hunks->patch->lines.items[k];
        unsigned end = added->offset;
        while (end > from && is_blank(text[end - 1]))
            end--;
        if (end > from) {
            fprintf(hunks->stream, "+%.*s%.*s%s",
                    from > line->start ? (int)(indent - line->start) : 0, text + line->start,
                    (int)(end - from), text + from, newline);
        }
        fprintf(hunks->stream, "+%s%s", added->line, newline);
        from = added->offset;
    }
    fprintf(hunks->stream, "+%.*s", (int)(indent - line->start), text + line->start);
    fwrite(text + from, 1, line->end - from, hunks->stream);
    if (text[line->end - 1] != '\n')
        fputs("\n\\ No newline at end of file\n", hunks->stream);
}

static bool is_divided(const struct hunks *hunks, const struct file_line *line)
{
    return line->count > 1 ||
           (line->count == 1 &&
            !begins_line(hunks->patch, line->start, hunks->patch->lines.items[line->first].offset));
}

static void print_line(const struct hunks *hunks, const struct file_line *line)
{
    if (is_divided(hunks, line)) {
        print_divided(hunks, line);
        return;
    }
    if (line->count)
        fprintf(hunks->stream, "+%s%s", hunks->patch->lines.items[line->first].line,
                newline_of(hunks, line));
    print_bytes(hunks, ' ', line->start, line->end);
}

/* How many lines more there are for LINE. A piece at its start that is blank is left out. */
static size_t growth(const struct hunks *hunks, const struct file_line *line)
{
    if (!line->count || !is_divided(hunks, line))
        return line->count;
    unsigned first = hunks->patch->lines.items[line->first].offset;
    return 2 * line->count - begins_line(hunks->patch, line->start, first);
}

/* ---- hunks -------------------------------------------------------------------------------- */

/* The first line behind the change in line AT: that line itself when it stays. */
static size_t change_end(const struct hunks *hunks, size_t at)
{
    return is_divided(hunks, &hunks->lines.items[at]) ? at + 1 : at;
}

/* The index behind the last line of the hunk that starts with the change in line AT. */
static size_t hunk_end(const struct hunks *hunks, size_t at)
{
    size_t end = change_end(hunks, at);
    for (size_t k = at + 1; k < hunks->lines.count && k <= end + 2 * CONTEXT; k++)
        if (hunks->lines.items[k].count)
            end = change_end(hunks, k);
    end += CONTEXT;
    return end < hunks->lines.count ? end : hunks->lines.count;
}

/* Returns the index behind the hunk. */
static size_t print_hunk(struct hunks *hunks, size_t at)
{
    size_t start = at > CONTEXT ? at - CONTEXT : 0, end = hunk_end(hunks, at), more = 0;
    for (size_t k = start; k < end; k++)
        more += growth(hunks, &hunks->lines.items[k]);
    fprintf(hunks->stream, "@@ -%zu,%zu +%zu,%zu @@\n", start + 1, end - start,
            start + 1 + (size_t)hunks->shift, end - start + more);
    for (size_t k = start; k < end; k++)
        print_line(hunks, &hunks->lines.items[k]);
    hunks->shift += (long)more;
    return end;
}

/* ---- the header --------------------------------------------------------------------------- */

static bool leads_elsewhere(const char *path)
{
    size_t length = strlen(path);
    return path[0] == '/' || strncmp(path, "../", 3) == 0 || strstr(path, "/../") ||
           (length > 2 && strcmp(path + length - 3, "/..") == 0);
}

/* PATH from the current folder on where the file is below it, else from the root on. */
static const char *plain_path(struct arena *arena, const char *path)
{
    char here[PATH_MAX], there[PATH_MAX];
    if (!leads_elsewhere(path) || !getcwd(here, sizeof here) || !realpath(path, there))
        return path;
    size_t length = strlen(here);
    bool is_below = strncmp(there, here, length) == 0 && there[length] == '/';
    return arena_strdup(arena, is_below ? there + length + 1 : there);
}

static void print_name(FILE *stream, const char *start, const char *path)
{
    bool needs_quotes = false;
    for (const char *at = path; *at; at++)
        needs_quotes |= (unsigned char)*at < ' ' || *at == '"' || *at == '\\' || *at == 127;
    fputs(start, stream);
    if (!needs_quotes) {
        fprintf(stream, "%s%s\n", path, strchr(path, ' ') ? "\t" : "");
        return;
    }
    fputc('"', stream);
    for (const char *at = path; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 127)
            fprintf(stream, "\\%03o", (unsigned)(unsigned char)*at);
        else
            fprintf(stream, "%s%c", *at == '"' || *at == '\\' ? "\\" : "", *at);
    fputs("\"\n", stream);
}

void patch_print(const struct patch *patch, FILE *stream)
{
    if (patch->lines.count == 0)
        return;
    struct hunks hunks = {.patch = patch, .stream = stream};
    const char *path = plain_path(patch->arena, patch->path);
    split_lines(&hunks);
    print_name(stream, "--- ", path);
    print_name(stream, "+++ ", path);
    for (size_t k = 0; k < hunks.lines.count;)
        k = hunks.lines.items[k].count ? print_hunk(&hunks, k) : k + 1;
}
