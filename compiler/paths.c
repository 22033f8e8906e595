#include "paths.h"

#include <string.h>

const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *folder_prefix(struct arena *arena, const char *path)
{
    return arena_strndup(arena, path, (size_t)(base_name(path) - path));
}
