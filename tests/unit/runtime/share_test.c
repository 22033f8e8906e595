/* Stocks: every iteration leaves them once, whoever takes it and whenever. */
#include "share.h"

#include <CUnit/Basic.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORKERS = 4, COUNT = 200000, BLOCK = 1000, ROUNDS = 10 };

/* What processes of a test share: how often each iteration was handed out. */
struct tally {
    _Atomic unsigned char times[COUNT];
};

static struct tally *new_tally(void)
{
    void *memory =
        mmap(NULL, sizeof(struct tally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static int is_empty(struct range range)
{
    return range.first == range.last;
}

static void test_one(void)
{
    struct share *share = share_new(1);
    struct slot *slot = &share->slots[0];
    CU_ASSERT_TRUE(is_empty(stock_look(slot)));
    CU_ASSERT_TRUE(is_empty(stock_take(slot, 0, 5)));
    stock_fill(slot, (struct range){0, 10});
    CU_ASSERT_TRUE(is_empty(stock_take(slot, 1, 4)));
    CU_ASSERT_TRUE(is_empty(stock_take(slot, 0, 0)));
    struct range range = stock_take(slot, 0, 4);
    CU_ASSERT(range.first == 0 && range.last == 4);
    range = stock_look(slot);
    CU_ASSERT(range.first == 4 && range.last == 10);
    range = stock_take(slot, 0, UINT64_MAX);
    CU_ASSERT(range.first == 4 && range.last == 10);
    CU_ASSERT_TRUE(is_empty(stock_take(slot, 0, 1)));
    stock_fill(slot, (struct range){UINT64_MAX - 3, UINT64_MAX - 1});
    range = stock_take(slot, 0, UINT64_MAX);
    CU_ASSERT(range.first == UINT64_MAX - 3 && range.last == UINT64_MAX - 1);
    CU_ASSERT_TRUE(is_empty(stock_look(slot)));
    share_free(share, 1);
}

static void test_renewed(void)
{
    struct share *share = share_new(1);
    struct slot *slot = &share->slots[0];
    slot_set(slot, (struct range){3, 5});
    atomic_store(&slot->taken, 7);
    slot_renew(slot, (struct range){5, 9});
    CU_ASSERT_TRUE(is_empty(slot_get(slot)));
    CU_ASSERT_EQUAL(atomic_load(&slot->taken), 0);
    CU_ASSERT_EQUAL(stock_look(slot).last, 9);
    stock_take(slot, 0, UINT64_MAX);
    slot_renew(slot, (struct range){0, 0});
    CU_ASSERT_TRUE(is_empty(stock_look(slot)));
    share_free(share, 1);
}

static void count(struct tally *tally, struct range range)
{
    for (uint64_t k = range.first; k < range.last; k++)
        atomic_fetch_add(&tally->times[k], 1);
}

/* As claim.c does it, without its care for the order: from one's own stock, from the counter, from
 * the stock of another one. */
static _Noreturn void take_all(struct share *share, struct tally *tally, unsigned me)
{
    struct slot *own = &share->slots[me];
    unsigned seed = me + 1;
    for (unsigned idle = 0; idle < 100;) {
        struct range range = stock_take(own, 0, 1 + (unsigned)rand_r(&seed) % 7);
        if (is_empty(range)) {
            uint64_t first = atomic_fetch_add(&share->next, BLOCK);
            struct slot *other = &share->slots[(unsigned)rand_r(&seed) % WORKERS];
            if (first < COUNT)
                range = (struct range){first, first + BLOCK};
            else
                range = stock_take(other, 0, 1 + (unsigned)rand_r(&seed) % BLOCK);
            idle = is_empty(range) ? idle + 1 : 0;
            if (!is_empty(range))
                stock_fill(own, range);
            continue;
        }
        count(tally, range);
    }
    _exit(0);
}

/* One of them may be killed; then what it had in its hands and in stock is lost, no more. */
static void check_round(int with_death)
{
    struct share *share = share_new(WORKERS);
    struct tally *tally = new_tally();
    pid_t pids[WORKERS];
    CU_ASSERT_FATAL(share != NULL && tally != NULL);
    for (unsigned k = 0; k < WORKERS; k++) {
        pids[k] = fork();
        if (pids[k] == 0) {
            alarm(60);
            take_all(share, tally, k);
        }
    }
    if (with_death) {
        const struct timespec pause = {.tv_nsec = 1000000};
        nanosleep(&pause, NULL);
        kill(pids[1], SIGKILL);
    }
    for (unsigned k = 0; k < WORKERS; k++) {
        int status;
        waitpid(pids[k], &status, 0);
        CU_ASSERT(status == 0 || (with_death && k == 1));
    }
    uint64_t missing = 0, more = 0;
    for (unsigned k = 0; k < COUNT; k++) {
        missing += tally->times[k] == 0;
        more += tally->times[k] > 1;
    }
    CU_ASSERT_EQUAL(more, 0);
    CU_ASSERT(with_death ? missing <= 2 * BLOCK : missing == 0);
    munmap(tally, sizeof *tally);
    share_free(share, WORKERS);
}

static void test_many(void)
{
    for (int round = 0; round < ROUNDS; round++)
        check_round(0);
}

static void test_death(void)
{
    for (int round = 0; round < ROUNDS; round++)
        check_round(1);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("share", NULL, NULL);
    CU_add_test(suite, "one", test_one);
    CU_add_test(suite, "renewed", test_renewed);
    CU_add_test(suite, "many", test_many);
    CU_add_test(suite, "death", test_death);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
