#include "warnings.h"

#include "arena.h"
#include <string.h>

/* Those that are said as warnings. Everything else is an error, which nothing switches off: the
 * program would not be the one that was written. */
static const enum diag_id warning_ids[] = {DIAG_EFFECTS_BROKEN, DIAG_LINK_CONFLICT,
                                           DIAG_CHECKPOINT_WORLD};

enum { WARNING_COUNT = sizeof warning_ids / sizeof *warning_ids };

/* The rest of ARG behind START, or NULL when it does not begin so. */
static const char *behind(const char *arg, const char *start)
{
    size_t length = strlen(start);
    return strncmp(arg, start, length) == 0 ? arg + length : NULL;
}

static bool is_warning(enum diag_id id)
{
    for (size_t k = 0; k < WARNING_COUNT; k++)
        if (warning_ids[k] == id)
            return true;
    return false;
}

static const char *list_warnings(struct arena *arena)
{
    const char *list = "";
    for (size_t k = 0; k < WARNING_COUNT; k++)
        list = arena_printf(arena, "%s %s", list, diag_id_text(warning_ids[k]));
    return list;
}

/* NAME is what stands behind "ppar": "" for all, or "-ID". */
static struct warning_wish *find_wish(struct warnings *warnings, struct arena *arena,
                                      const char *arg, const char *name, const char **wrong)
{
    enum diag_id id;
    if (*name == '\0')
        return &warnings->all;
    bool is_known = *name == '-' && diag_id_find(name + 1, &id);
    if (is_known && is_warning(id))
        return &warnings->each[id];
    *wrong = arena_printf(arena, "%s: %s; the warnings are%s", arg,
                          is_known ? "that is an error, and no option changes it"
                                   : "there is no such warning",
                          list_warnings(arena));
    return NULL;
}

/* The more special prefix stands first. */
static bool take_warning(struct warnings *warnings, struct arena *arena, const char *arg,
                         const char **wrong)
{
    static const struct {
        const char *start;
        struct warning_wish means;
    } forms[] = {
        {"-Wno-error=ppar", {.fatal = -1}},
        {"-Werror=ppar", {.shown = 1, .fatal = 1}},
        {"-Wno-ppar", {.shown = -1}},
        {"-Wppar", {.shown = 1}},
    };
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
        const char *name = behind(arg, forms[k].start);
        if (!name)
            continue;
        struct warning_wish *wish = find_wish(warnings, arena, arg, name, wrong);
        if (wish && forms[k].means.shown)
            wish->shown = forms[k].means.shown;
        if (wish && forms[k].means.fatal)
            wish->fatal = forms[k].means.fatal;
        return true;
    }
    return false;
}

static bool take_remark(struct warnings *warnings, const char *arg)
{
    const struct {
        const char *name;
        enum diag_id id;
        bool is_wanted;
    } forms[] = {
        {"-Rppar", DIAG_PARALLEL, true},
        {"-Rno-ppar", DIAG_PARALLEL, false},
        {"-Rppar-missed", DIAG_MISSED, true},
        {"-Rno-ppar-missed", DIAG_MISSED, false},
    };
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        if (strcmp(arg, forms[k].name) == 0) {
            warnings->remarks[forms[k].id] = forms[k].is_wanted;
            return true;
        }
    return false;
}

bool warnings_take(struct warnings *warnings, struct arena *arena, const char *arg,
                   const char **wrong)
{
    if (strcmp(arg, "-w") == 0)
        warnings->none = true;
    else if (strcmp(arg, "-Werror") == 0 || strcmp(arg, "-Wno-error") == 0)
        warnings->are_errors = strcmp(arg, "-Werror") == 0;
    return take_warning(warnings, arena, arg, wrong) || take_remark(warnings, arg);
}

static int either(int special, int general, int otherwise)
{
    return special ? special : general ? general : otherwise;
}

bool warnings_want(const struct warnings *warnings, enum diag_id id, enum severity *severity)
{
    if (*severity == SEVERITY_REMARK)
        return warnings->remarks[id];
    if (*severity == SEVERITY_ERROR)
        return true;
    const struct warning_wish *wish = &warnings->each[id];
    if (warnings->none || either(wish->shown, warnings->all.shown, 1) < 0)
        return false;
    if (either(wish->fatal, warnings->all.fatal, warnings->are_errors ? 1 : -1) > 0)
        *severity = SEVERITY_ERROR;
    return true;
}

const char *warnings_label(struct arena *arena, enum diag_id id, enum severity severity)
{
    if (severity == SEVERITY_REMARK)
        return id == DIAG_MISSED ? "-Rppar-missed" : "-Rppar";
    const char *text = diag_id_text(id);
    bool can_be_off = severity == SEVERITY_WARNING && is_warning(id);
    return can_be_off ? arena_printf(arena, "-Wppar-%s", text) : text;
}
