/* A thread that has been joined is none, though one of thousands is still listed: more of them when
 * the machine is busy. */
#include "threads.h"

#include <CUnit/Basic.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void *do_nothing(void *unused)
{
    return unused;
}

static void test_joined(void)
{
    int seen = 0;
    pid_t busy = fork();
    while (busy == 0)
        continue;
    for (int k = 0; k < 30000; k++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, do_nothing, NULL) != 0)
            continue;
        pthread_join(thread, NULL);
        seen += threads_are_there();
    }
    kill(busy, SIGKILL);
    waitpid(busy, NULL, 0);
    CU_ASSERT_EQUAL(seen, 0);
}

static void *wait_for_end(void *unused)
{
    pause();
    return unused;
}

static void test_alive(void)
{
    pthread_t thread;
    char names[64];
    CU_ASSERT(!threads_are_there());
    CU_ASSERT_EQUAL(pthread_create(&thread, NULL, wait_for_end, NULL), 0);
    pthread_setname_np(thread, "wait(er) 1");
    CU_ASSERT(threads_are_there());
    CU_ASSERT_STRING_EQUAL(threads_names(names, sizeof names), "'wait(er) 1'");
    CU_ASSERT_STRING_EQUAL(threads_names(names, 6), "'wait");
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("threads", NULL, NULL);
    CU_add_test(suite, "joined", test_joined);
    CU_add_test(suite, "alive", test_alive);
    CU_basic_run_tests();
    return CU_get_number_of_failures() != 0;
}
