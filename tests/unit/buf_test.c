/* The growing byte string, and files read into it. */
#include "buf.h"

#include <CUnit/Basic.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static char folder[] = "/tmp/buf_test_XXXXXX";

static int set_up(void)
{
    return mkdtemp(folder) ? 0 : 1;
}

static int tear_down(void)
{
    return rmdir(folder);
}

static void test_adding(void)
{
    struct buf buf = {0};
    CU_ASSERT_STRING_EQUAL(buf_text(&buf), "");
    buf_add(&buf, NULL, 0);
    CU_ASSERT_STRING_EQUAL(buf_text(&buf), "");
    buf_puts(&buf, "");
    buf_puts(&buf, "ab");
    buf_add(&buf, "c\0d", 3);
    CU_ASSERT_EQUAL(buf.length, 5);
    CU_ASSERT_EQUAL(memcmp(buf.bytes, "abc\0d", 6), 0);
    buf_printf(&buf, "%d%s", 12, "");
    CU_ASSERT_EQUAL(buf.length, 7);
    CU_ASSERT_EQUAL(memcmp(buf.bytes, "abc\0d12", 8), 0);
    buf_release(&buf);
    CU_ASSERT_TRUE(!buf.bytes && !buf.length && !buf.room);
    buf_release(&buf);
}

/* Every length around the places where it grows; the NUL behind is always there. */
static void test_growing(void)
{
    struct buf one = {0}, printed = {0};
    for (size_t k = 0; k < 5000; k++) {
        CU_ASSERT_EQUAL(one.length, k);
        buf_add(&one, &"0123456789"[k % 10], 1);
        CU_ASSERT_EQUAL(one.bytes[k], "0123456789"[k % 10]);
        CU_ASSERT_EQUAL(one.bytes[k + 1], '\0');
        buf_printf(&printed, "%c", "0123456789"[k % 10]);
    }
    CU_ASSERT_EQUAL(strcmp(buf_text(&one), buf_text(&printed)), 0);
    struct buf twice = {0};
    buf_printf(&twice, "%s%s", buf_text(&one), buf_text(&one));
    CU_ASSERT_EQUAL(twice.length, 10000);
    buf_add(&one, twice.bytes, twice.length);
    CU_ASSERT_EQUAL(one.length, 15000);
    CU_ASSERT_EQUAL(memcmp(one.bytes + 10000, twice.bytes + 5000, 5001), 0);
    buf_release(&one);
    buf_release(&printed);
    buf_release(&twice);
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *stream = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    fwrite(bytes, 1, length, stream);
    fclose(stream);
}

static void test_files(void)
{
    static const size_t lengths[] = {0, 1, 65535, 65536, 65537, 300000};
    char path[100], *bytes = malloc(300000);
    snprintf(path, sizeof path, "%s/file", folder);
    for (size_t k = 0; k < 300000; k++)
        bytes[k] = (char)(k * 7 % 251);
    for (size_t k = 0; k < COUNT(lengths); k++) {
        struct buf buf = {0};
        write_file(path, bytes, lengths[k]);
        buf_puts(&buf, "before");
        CU_ASSERT_EQUAL(buf_read_file(&buf, path), 0);
        CU_ASSERT_EQUAL_FATAL(buf.length, lengths[k] + 6);
        CU_ASSERT_EQUAL(memcmp(buf.bytes, "before", 6), 0);
        CU_ASSERT_EQUAL(memcmp(buf.bytes + 6, bytes, lengths[k]), 0);
        CU_ASSERT_EQUAL(buf.bytes[buf.length], '\0');
        buf_release(&buf);
    }
    unlink(path);
    free(bytes);
}

static void test_errors(void)
{
    char loop[100], deep[100], locked[100];
    snprintf(loop, sizeof loop, "%s/loop", folder);
    snprintf(deep, sizeof deep, "%s/locked/x", folder);
    snprintf(locked, sizeof locked, "%s/locked", folder);
    CU_ASSERT_EQUAL(symlink("loop", loop), 0);
    write_file(locked, "x", 1);
    chmod(locked, 0);
    const struct {
        const char *path;
        int status;
    } cases[] = {
        {"/nowhere/file", -ENOENT}, {"", -ENOENT},
        {folder, -EISDIR},          {loop, -ELOOP},
        {deep, -ENOTDIR},           {locked, geteuid() == 0 ? 0 : -EACCES},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buf buf = {0};
        CU_ASSERT_EQUAL(buf_read_file(&buf, cases[k].path), cases[k].status);
        CU_ASSERT_EQUAL(buf.length, cases[k].status == 0);
        buf_release(&buf);
    }
    struct buf buf = {0};
    CU_ASSERT_EQUAL(buf_read_fd(&buf, -1), -EBADF);
    CU_ASSERT_EQUAL(buf.length, 0);
    buf_release(&buf);
    unlink(loop);
    unlink(locked);
}

/* A pipe gives its bytes in pieces, and no descriptor stays open. */
static void test_pipe(void)
{
    int fds[2];
    CU_ASSERT_EQUAL_FATAL(pipe(fds), 0);
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        close(fds[0]);
        for (int k = 0; k < 1000; k++)
            if (write(fds[1], "0123456789abcdefghijklmnopqrstuvwxyz", 36) != 36)
                _exit(1);
        _exit(0);
    }
    close(fds[1]);
    struct buf buf = {0};
    CU_ASSERT_EQUAL(buf_read_fd(&buf, fds[0]), 0);
    CU_ASSERT_EQUAL(buf.length, 36000);
    for (size_t k = 0; k + 36 <= buf.length; k += 36)
        CU_ASSERT_EQUAL(memcmp(buf.bytes + k, "0123456789abcdefghijklmnopqrstuvwxyz", 36), 0);
    buf_release(&buf);
    close(fds[0]);
    CU_ASSERT_EQUAL(waitpid(pid, NULL, 0), pid);
}

static void test_descriptors(void)
{
    int before = dup(0);
    close(before);
    for (int k = 0; k < 3; k++) {
        struct buf buf = {0};
        buf_read_file(&buf, "/proc/self/comm");
        buf_read_file(&buf, folder);
        buf_release(&buf);
    }
    int after = dup(0);
    close(after);
    CU_ASSERT_EQUAL(before, after);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("buf", set_up, tear_down);
    CU_add_test(suite, "adding", test_adding);
    CU_add_test(suite, "growing", test_growing);
    CU_add_test(suite, "files", test_files);
    CU_add_test(suite, "errors", test_errors);
    CU_add_test(suite, "a pipe", test_pipe);
    CU_add_test(suite, "descriptors", test_descriptors);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
