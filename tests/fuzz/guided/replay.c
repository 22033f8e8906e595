/*
 * Runs a fuzzer on files, without libFuzzer: every file of the folders and files that are named.
 * A failure ends the program; what it was on is the last line of its output.
 */
#include "harness.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int count;

static int replay_file(const char *path)
{
    struct buf bytes = {0};
    if (buf_read_file(&bytes, path) < 0) {
        fprintf(stderr, "replay: cannot read '%s'\n", path);
        return 2;
    }
    printf("%s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput((const uint8_t *)buf_text(&bytes), bytes.length);
    buf_release(&bytes);
    count++;
    return 0;
}

static int replay_folder(const char *path)
{
    struct dirent **entries = NULL;
    int status = 0, found = scandir(path, &entries, NULL, alphasort);
    for (int k = 0; k < found; k++) {
        struct buf name = {0};
        buf_printf(&name, "%s/%s", path, entries[k]->d_name);
        if (entries[k]->d_name[0] != '.' && !status)
            status = replay_file(buf_text(&name));
        buf_release(&name);
        free(entries[k]);
    }
    free(entries);
    return found < 0 ? 2 : status;
}

int main(int argc, char **argv)
{
    int status = 0;
    LLVMFuzzerInitialize(&argc, &argv);
    for (int k = 1; k < argc && !status; k++) {
        struct stat about;
        bool is_folder = stat(argv[k], &about) == 0 && S_ISDIR(about.st_mode);
        status = is_folder ? replay_folder(argv[k]) : replay_file(argv[k]);
    }
    printf("replay: %d inputs\n", count);
    return status;
}
