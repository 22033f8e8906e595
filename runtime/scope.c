/*
 * The memory in which a parallel and a serial run of a loop have to agree: all that is private to
 * the process and can be written, but for what is not the program's, or has no value after the
 * loop:
 *
 *   - the C library's own variables, those of the dynamic loader, of libm and of this library: two
 *     runs allocate, print and look up functions in their own ways;
 *   - the slots for addresses of functions that are looked up at their first call;
 *   - the buffers of stdin, stdout and stderr, whose contents are compared as output;
 *   - thread-local variables, which lie among the C library's;
 *   - the frame of the function that holds the loop, and what lies below it: compilers keep there
 *     what they like. The results in it, which are registered, do count;
 *   - what the compiler says is of no use after the loop (ppar_set_dead).
 *
 * Of the heap all blocks count that were in use before the loop. What is a block is not known here
 * but in the copy of the process from before the loop (witness.c).
 */
#include "scope.h"
#include "frames.h"
#include "maps.h"
#include "process.h"
#include "run.h"

#include <elf.h>
#include <errno.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TLS_BEFORE 2 /* pages: variables of threads lie before that of errno, or behind it, */
#define TLS_BEHIND 2 /*  and what the C library knows of a thread */
#define FAR        ((int64_t)1 << 40)

/* ---- lists -------------------------------------------------------------------------------- */

void scope_add(struct scope *scope, uintptr_t start, uintptr_t end)
{
    if (start >= end || scope->failed)
        return;
    if (scope->count == scope->room) {
        size_t room = scope->room > 0 ? 2 * scope->room : 64;
        struct stretch *items = realloc(scope->items, room * sizeof *items);
        if (items == NULL) {
            scope->failed = 1;
            return;
        }
        scope->items = items;
        scope->room = room;
    }
    scope->items[scope->count++] = (struct stretch){start, end};
}

void scope_release(struct scope *scope)
{
    free(scope->items);
    *scope = (struct scope){0};
}

static int compare(const void *a, const void *b)
{
    const struct stretch *one = a, *two = b;
    return (one->start > two->start) - (one->start < two->start);
}

/* In order, and each byte once. */
static void settle(struct scope *scope)
{
    size_t kept = 0;
    if (scope->count == 0)
        return;
    qsort(scope->items, scope->count, sizeof *scope->items, compare);
    for (size_t k = 1; k < scope->count; k++) {
        struct stretch *last = &scope->items[kept], *next = &scope->items[k];
        if (next->start > last->end)
            scope->items[++kept] = *next;
        else if (next->end > last->end)
            last->end = next->end;
    }
    scope->count = kept + 1;
}

/* Both are settled. */
static void subtract(struct scope *result, const struct scope *from, const struct scope *what)
{
    for (size_t k = 0; k < from->count; k++) {
        uintptr_t start = from->items[k].start, end = from->items[k].end;
        for (size_t n = 0; n < what->count && what->items[n].start < end; n++) {
            scope_add(result, start, what->items[n].start);
            if (what->items[n].end > start)
                start = what->items[n].end;
        }
        scope_add(result, start, end);
    }
}

/* ---- what is not the program's ------------------------------------------------------------ */

static int is_system_library(const char *path)
{
    static const char *const names[] = {"libc.so",  "libc-",         "ld-",        "ld64",
                                        "libm.so",  "libm-",         "libppar.so", "libgcc_s.so",
                                        "libdl.so", "libpthread.so", "librt.so",   "linux-vdso"};
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (strncmp(name, names[k], strlen(names[k])) == 0)
            return 1;
    return 0;
}

static uintptr_t page_down(uintptr_t address)
{
    return address - address % (uintptr_t)sysconf(_SC_PAGESIZE);
}

/* The addresses of functions that are not looked up before they are called. */
static void leave_out_slots(struct scope *out, const struct dl_phdr_info *info,
                            const ElfW(Dyn) * entry)
{
    uintptr_t table = 0, size = 0;
    for (; entry->d_tag != DT_NULL; entry++) {
        if (entry->d_tag == DT_JMPREL)
            table = entry->d_un.d_ptr;
        if (entry->d_tag == DT_PLTRELSZ)
            size = entry->d_un.d_val;
    }
    if (table == 0)
        return;
    if (table < info->dlpi_addr)
        table += info->dlpi_addr;
    for (uintptr_t at = 0; at + sizeof(ElfW(Rela)) <= size; at += sizeof(ElfW(Rela))) {
        const ElfW(Rela) *slot = (const void *)(table + at);
        uintptr_t place = info->dlpi_addr + slot->r_offset;
        scope_add(out, place, place + sizeof(uintptr_t));
    }
}

static int look_at_module(struct dl_phdr_info *info, size_t size, void *data)
{
    struct scope *out = data;
    int is_system = info->dlpi_name != NULL && is_system_library(info->dlpi_name);
    (void)size;
    for (int k = 0; k < info->dlpi_phnum; k++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[k];
        uintptr_t start = info->dlpi_addr + part->p_vaddr;
        if (is_system && part->p_type == PT_LOAD && (part->p_flags & PF_W) != 0)
            scope_add(out, page_down(start),
                      page_down(start + part->p_memsz + (uintptr_t)sysconf(_SC_PAGESIZE) - 1));
        if (!is_system && part->p_type == PT_DYNAMIC)
            leave_out_slots(out, info, (const void *)start);
    }
    return 0;
}

static void leave_out_buffer(struct scope *out, const FILE *stream)
{
#ifdef __GLIBC__
    scope_add(out, (uintptr_t)stream->_IO_buf_base, (uintptr_t)stream->_IO_buf_end);
#else
    (void)out;
    (void)stream;
#endif
}

static void leave_out_dead(struct scope *out, const struct ppar_loop *loop)
{
    for (int k = 0; k < loop->dead_count; k++) {
        uintptr_t start = (uintptr_t)loop->dead[k].address;
        scope_add(out, start, start + (start != 0 ? loop->dead[k].size : 0));
    }
}

/* A page that is zero in every process that is forked. */
static void leave_out_mark(struct scope *out, const char *mark)
{
    if (mark != NULL)
        scope_add(out, (uintptr_t)mark, (uintptr_t)mark + (uintptr_t)sysconf(_SC_PAGESIZE));
}

static void find_outside(struct scope *out, const struct ppar_run *run, const char *maps)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), of_thread = page_down((uintptr_t)&errno);
    const void *own;
    size_t own_size = run_own_memory(&own);
    uintptr_t text;
    size_t text_size = maps_size(maps, &text);
    scope_add(out, text, text + text_size);
    (void)dl_iterate_phdr(look_at_module, out);
    scope_add(out, of_thread - TLS_BEFORE * page, of_thread + TLS_BEHIND * page);
    scope_add(out, (uintptr_t)&process, (uintptr_t)(&process + 1));
    scope_add(out, (uintptr_t)own, (uintptr_t)own + own_size);
    leave_out_mark(out, process.mark);
    leave_out_mark(out, process.journal_mark);
    leave_out_buffer(out, stdin);
    leave_out_buffer(out, stdout);
    leave_out_buffer(out, stderr);
    leave_out_dead(out, run->loop);
    settle(out);
}

/* ---- what there is ------------------------------------------------------------------------ */

uintptr_t scope_find_word(uintptr_t from, const void *where)
{
    struct mapping mapping;
    uintptr_t found = 0;
    char *maps = where == NULL ? NULL : maps_read();
    for (const char *line = maps; line != NULL && found == 0; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || from < mapping.start || from >= mapping.end)
            continue;
        for (uintptr_t at = (from + sizeof where - 1) & ~(sizeof where - 1);
             at + sizeof where <= mapping.end && found == 0; at += sizeof where)
            if (*(const void *const *)at == where)
                found = at;
    }
    maps_free(maps);
    return found;
}

/* The frame of the function that holds the loop ends where it keeps the place that it returns to.
 */
static void find_mappings(struct scope *all, const char *maps, const struct ppar_loop *loop,
                          const void *where)
{
    struct mapping mapping;
    uintptr_t here = (uintptr_t)loop;
    uintptr_t frame = scope_find_word(here, where);
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || strcmp(mapping.access, "rw-p") != 0)
            continue;
        if (here < mapping.start || here >= mapping.end)
            scope_add(all, mapping.start, mapping.end);
        else if (frame != 0)
            scope_add(all, frame + sizeof where, mapping.end);
    }
}

/* Wherever they lie. */
static void add_results(struct scope *scope, const struct ppar_run *run)
{
    for (size_t k = 0; k < run->output_count; k++) {
        const struct output *output = &run->outputs[k];
        if (output->rows == NULL && output->low > -FAR && output->high < FAR)
            scope_add(scope, (uintptr_t)(output->base + output->low),
                      (uintptr_t)(output->base + output->high));
    }
    for (size_t k = 0; k < run->reductions.count; k++) {
        const struct reduction *item = &run->reductions.item[k];
        scope_add(scope, (uintptr_t)item->acc, (uintptr_t)(item->acc + item->size));
    }
    for (size_t k = 0; k < run->replays.count; k++) {
        const struct replay *item = &run->replays.item[k];
        scope_add(scope, (uintptr_t)item->base, (uintptr_t)item->base + item->length);
    }
}

int scope_find(struct scope *scope, const struct ppar_run *run, const void *where)
{
    struct scope all = {0}, outside = {0};
    char *maps = maps_read();
    *scope = (struct scope){0};
    if (maps == NULL)
        return -ENOMEM;
    find_mappings(&all, maps, run->loop, where);
    find_outside(&outside, run, maps);
    settle(&all);
    subtract(scope, &all, &outside);
    add_results(scope, run);
    settle(scope);
    int failed = all.failed || outside.failed || scope->failed;
    maps_free(maps);
    scope_release(&all);
    scope_release(&outside);
    return failed ? -ENOMEM : 0;
}

/* ---- calls -------------------------------------------------------------------------------- */

void scope_find_calls(struct calls *calls, const void *caller)
{
    void *frames[CALLS];
    int depth = frames_find(frames, CALLS), start = 0;
    while (start < depth && frames[start] != caller)
        start++;
    calls->depth = depth - start;
    memcpy(calls->frames, frames + start, (size_t)calls->depth * sizeof *frames);
}

/* ---- programs that cannot be compared ----------------------------------------------------- */

extern void __asan_init(void) __attribute__((weak));
extern void __tsan_init(void) __attribute__((weak));
extern void __msan_init(void) __attribute__((weak));

static int look_for_loader(struct dl_phdr_info *info, size_t size, void *data)
{
    int *is_dynamic = data;
    (void)size;
    for (int k = 0; k < info->dlpi_phnum; k++)
        *is_dynamic |= info->dlpi_phdr[k].p_type == PT_INTERP;
    return 1; /* the program itself comes first */
}

const char *scope_obstacle(void)
{
    int is_dynamic = 0;
    (void)dl_iterate_phdr(look_for_loader, &is_dynamic);
    if (!is_dynamic)
        return "the program is linked statically, and its variables cannot be told from the C "
               "library's";
#ifndef __GLIBC__
    return "the C library is not glibc";
#endif
    if (__asan_init != NULL || __tsan_init != NULL || __msan_init != NULL)
        return "a sanitizer keeps its own memory beside the program's";
    return NULL;
}
