/*
 * Fuzzer: the bytes are a C file.
 */
#include "harness.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    harness_prepare();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = {0};
    if (size > LONGEST_INPUT)
        return 0;
    buf_add(&text, data, size);
    harness_translate(&text);
    buf_release(&text);
    return 0;
}
