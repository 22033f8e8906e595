/*
 * Counts the words of some files: for each file a list of its words in alphabetical order, made in
 * the loop, and behind it one list of all.
 *
 *     wordcount file...
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct word {
    struct word *next;
    char *text;
    long count;
};
struct list {
    struct word *first;
};
#pragma ppar pack(struct word : next deep, text string)
#pragma ppar pack(struct list : first deep)

enum { MOST_FILES = 10000 };
static struct list list[MOST_FILES];

/* Counts TEXT in the list that begins at *AT. */
static void count(struct word **at, const char *text, long times)
{
    while (*at && strcmp((*at)->text, text) < 0)
        at = &(*at)->next;
    if (*at && strcmp((*at)->text, text) == 0) {
        (*at)->count += times;
        return;
    }
    struct word *fresh = malloc(sizeof *fresh);
    fresh->next = *at;
    fresh->text = strdup(text);
    fresh->count = times;
    *at = fresh;
}

/* The words of one file; none when it cannot be read. */
static struct word *count_file(const char *path)
{
    struct word *first = NULL;
    char text[64];
    int length = 0, c;
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    while ((c = getc(file)) != EOF) {
        if (isalpha(c) && length < 63) {
            text[length++] = (char)tolower(c);
        } else if (length > 0) {
            text[length] = 0;
            count(&first, text, 1);
            length = 0;
        }
    }
    if (length > 0) {
        text[length] = 0;
        count(&first, text, 1);
    }
    fclose(file);
    return first;
}

int main(int argc, char **argv)
{
    int files = argc - 1;
    struct word *all = NULL;
    if (files > MOST_FILES)
        return 1;

#pragma ppar for
    for (int i = 0; i < files; i++)
        list[i].first = count_file(argv[i + 1]);

    for (int i = 0; i < files; i++) {
        const struct word *most = list[i].first;
        long words = 0, different = 0;
        for (const struct word *at = list[i].first; at; at = at->next) {
            words += at->count;
            different++;
            if (at->count > most->count)
                most = at;
            count(&all, at->text, at->count);
        }
        printf("%s: %ld words, %ld different, most often '%s'\n", argv[i + 1], words, different,
               most ? most->text : "");
        for (struct word *at = list[i].first, *next; at; at = next) {
            next = at->next;
            free(at->text);
            free(at);
        }
    }
    for (struct word *at = all, *next; at; at = next) {
        printf("%7ld %s\n", at->count, at->text);
        next = at->next;
        free(at->text);
        free(at);
    }
    return 0;
}
