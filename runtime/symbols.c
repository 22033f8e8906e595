/*
 * Names of functions and variables for addresses, from the symbol tables of the files that are
 * loaded.
 *
 * backtrace_symbols knows what is exported alone, and a program exports nothing unless it is linked
 * so. The full table lies in the program's file, unless it is stripped, and is not loaded; so the
 * file is mapped and read. It may be any file by now: everything in it is looked at as if it were
 * (no offset is believed), and what makes no sense has no names.
 */
#include "symbols.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* A loaded file, and what lies at the address that is asked for. */
struct module {
    uintptr_t address;
    uintptr_t base; /* what is added to the file's addresses */
    char path[200]; /* empty: the program itself */
    int found;
};

static int look_at_module(struct dl_phdr_info *info, size_t size, void *data)
{
    struct module *module = data;
    (void)size;
    for (int k = 0; k < info->dlpi_phnum; k++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[k];
        if (part->p_type != PT_LOAD ||
            module->address - info->dlpi_addr - part->p_vaddr >= part->p_memsz)
            continue;
        module->base = info->dlpi_addr;
        module->found = 1;
        snprintf(module->path, sizeof module->path, "%s",
                 info->dlpi_name != NULL ? info->dlpi_name : "");
        return 1;
    }
    return 0;
}

/* A file in memory. */
struct image {
    const char *bytes;
    size_t size;
};

static int holds(const struct image *image, uint64_t offset, uint64_t length)
{
    return offset <= image->size && length <= image->size - offset;
}

struct symbol {
    int type; /* that is wanted: STT_FUNC or STT_OBJECT */
    char name[128];
    uintptr_t offset; /* of the address in it, */
    size_t size;      /*  which is so large */
};

static int take_symbol(const struct image *image, const ElfW(Shdr) * names, const ElfW(Sym) * entry,
                       uintptr_t address, struct symbol *symbol)
{
    if ((entry->st_info & 15) != symbol->type || address - entry->st_value >= entry->st_size ||
        entry->st_name >= names->sh_size)
        return 0;
    size_t most = names->sh_size - entry->st_name;
    const char *name = image->bytes + names->sh_offset + entry->st_name;
    snprintf(symbol->name, sizeof symbol->name, "%.*s", (int)strnlen(name, most), name);
    symbol->offset = address - entry->st_value;
    symbol->size = entry->st_size;
    return 1;
}

static int search_table(const struct image *image, const ElfW(Shdr) * table,
                        const ElfW(Shdr) * names, uintptr_t address, struct symbol *symbol)
{
    for (uint64_t at = 0; at + sizeof(ElfW(Sym)) <= table->sh_size; at += sizeof(ElfW(Sym))) {
        ElfW(Sym) entry;
        memcpy(&entry, image->bytes + table->sh_offset + at, sizeof entry);
        if (take_symbol(image, names, &entry, address, symbol))
            return 1;
    }
    return 0;
}

/* The K-th section; 0: the file has no such one. */
static int get_section(const struct image *image, const ElfW(Ehdr) * header, uint32_t k,
                       ElfW(Shdr) * section)
{
    uint64_t at = header->e_shoff + k * (uint64_t)sizeof *section;
    if (k >= header->e_shnum || !holds(image, at, sizeof *section))
        return 0;
    memcpy(section, image->bytes + at, sizeof *section);
    return section->sh_type == SHT_NOBITS || holds(image, section->sh_offset, section->sh_size);
}

static int search_image(const struct image *image, uintptr_t address, struct symbol *symbol)
{
    ElfW(Ehdr) header;
    if (!holds(image, 0, sizeof header))
        return 0;
    memcpy(&header, image->bytes, sizeof header);
    if (memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_shentsize != sizeof(ElfW(Shdr)))
        return 0;
    for (uint32_t k = 0; k < header.e_shnum; k++) {
        ElfW(Shdr) table, names;
        if (get_section(image, &header, k, &table) &&
            (table.sh_type == SHT_SYMTAB || table.sh_type == SHT_DYNSYM) &&
            get_section(image, &header, table.sh_link, &names) && names.sh_type == SHT_STRTAB &&
            search_table(image, &table, &names, address, symbol))
            return 1;
    }
    return 0;
}

static int search_file(const char *path, uintptr_t address, struct symbol *symbol)
{
    struct stat info;
    int found = 0, fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    void *bytes = MAP_FAILED;
    if (fstat(fd, &info) == 0 && info.st_size > 0)
        bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (bytes == MAP_FAILED)
        return 0;
    found = search_image(&(struct image){bytes, (size_t)info.st_size}, address, symbol);
    munmap(bytes, (size_t)info.st_size);
    return found;
}

/* A call that never returns may be the last thing in its function: then the next one begins at the
 * place where it would return to. */
int symbols_name(const void *place, int is_return, char *text, size_t size)
{
    struct module module = {.address = (uintptr_t)place - (is_return != 0)};
    struct symbol symbol = {.type = STT_FUNC};
    (void)dl_iterate_phdr(look_at_module, &module);
    const char *path = module.path[0] != '\0' ? module.path : "/proc/self/exe";
    if (!module.found)
        snprintf(text, size, "%p", place);
    else if (!search_file(path, module.address - module.base, &symbol))
        snprintf(text, size, "%p in %s", place,
                 module.path[0] != '\0' ? module.path : "the program");
    else if (module.path[0] != '\0')
        snprintf(text, size, "%s+%#jx in %s", symbol.name,
                 (uintmax_t)symbol.offset + (is_return != 0), module.path);
    else
        snprintf(text, size, "%s+%#jx", symbol.name, (uintmax_t)symbol.offset + (is_return != 0));
    return strcmp(symbol.name, "main") == 0;
}

/* "count.0" of gcc and "work.count" of clang are 'count' in function 'work'. */
static void take_name(struct variable *variable, const char *name)
{
    snprintf(variable->symbol, sizeof variable->symbol, "%s", name);
    const char *dot = strchr(name, '.');
    int is_number = dot != NULL && dot[1] >= '0' && dot[1] <= '9';
    if (dot == NULL || dot == name)
        snprintf(variable->name, sizeof variable->name, "%s", name);
    else if (is_number)
        snprintf(variable->name, sizeof variable->name, "%.*s", (int)(dot - name), name);
    else
        snprintf(variable->name, sizeof variable->name, "%.*s", (int)strcspn(dot + 1, "."),
                 dot + 1);
}

int symbols_variable(uintptr_t place, struct variable *variable)
{
    struct module module = {.address = place};
    struct symbol symbol = {.type = STT_OBJECT};
    *variable = (struct variable){0};
    (void)dl_iterate_phdr(look_at_module, &module);
    const char *path = module.path[0] != '\0' ? module.path : "/proc/self/exe";
    variable->is_loaded = module.found;
    if (!module.found || !search_file(path, place - module.base, &symbol))
        return 0;
    take_name(variable, symbol.name);
    variable->start = place - symbol.offset;
    variable->size = symbol.size;
    return 1;
}
