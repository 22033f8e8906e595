#include "diag_id.h"

#include <string.h>

struct id_entry {
    const char *text, *summary, *explanation;
};

static const struct id_entry ids[DIAG_ID_COUNT] = {
#define DIAG_ID(name, text, summary, explanation) [DIAG_##name] = {text, summary, explanation},
#include "diag_ids.def"
#undef DIAG_ID
};

const char *diag_id_text(enum diag_id id)
{
    return ids[id].text;
}

const char *diag_id_summary(enum diag_id id)
{
    return ids[id].summary;
}

const char *diag_id_explanation(enum diag_id id)
{
    return ids[id].explanation;
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"error", "warning", "remark"};
    return names[severity];
}

bool diag_id_find(const char *text, enum diag_id *found)
{
    for (int id = 0; id < DIAG_ID_COUNT; id++) {
        if (strcmp(ids[id].text, text) == 0) {
            *found = (enum diag_id)id;
            return true;
        }
    }
    return false;
}
