/* Results that own memory: counted arrays, strings, lists, trees, unions, sharing, appended ones;
 * and workers whose results are not what their description says. Afterwards the parent frees
 * everything, with each block where the serial loop has it. */
#include "check.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { N = 60 };

/* ---- a counted array and a name ------------------------------------------------------------- */

struct poly {
    int n;
    double *coef;
    char *name;
};

static void pack_coef(struct ppar_packer *packer, const void *at)
{
    const struct poly *from = at;
    ppar_pack_block(packer, from->coef, from->n, sizeof *from->coef, NULL);
}

static void unpack_coef(struct ppar_unpacker *unpacker, void *at)
{
    struct poly *to = at;
    to->coef = ppar_unpack_block(unpacker, sizeof *to->coef, NULL);
}

static void pack_name(struct ppar_packer *packer, const void *at)
{
    ppar_pack_string(packer, ((const struct poly *)at)->name);
}

static void unpack_name(struct ppar_unpacker *unpacker, void *at)
{
    ((struct poly *)at)->name = ppar_unpack_string(unpacker);
}

static const struct ppar_member coef = {offsetof(struct poly, coef), sizeof(double *), pack_coef,
                                        unpack_coef};
static const struct ppar_member name = {offsetof(struct poly, name), sizeof(char *), pack_name,
                                        unpack_name};

static struct poly make_poly(int i)
{
    char text[40];
    struct poly made = {.n = i % 7, .coef = malloc(sizeof(double) * (size_t)(i % 7 + i % 3))};
    for (int k = 0; k < made.n; k++)
        made.coef[k] = i + 0.5 * k;
    snprintf(text, sizeof text, "poly %d", i);
    made.name = i % 5 ? strdup(text) : NULL;
    return made;
}

static void print_poly(const struct poly *poly)
{
    printf("%d %s:", poly->n, poly->name ? poly->name : "-");
    for (int k = 0; k < poly->n; k++)
        printf(" %g", poly->coef[k]);
    printf("\n");
    free(poly->coef);
    free(poly->name);
}

static void polynomials(void)
{
    static struct poly made[N];
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, made, 0, sizeof made);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &coef);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &name);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            made[i] = make_poly(i);
        ppar_put(&ppar, 0, (long long)(ppar.first * sizeof *made),
                 (long long)((ppar.last - ppar.first) * sizeof *made));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        print_poly(&made[i]);
}

/* The names stay the old ones, in an array behind something else. */
static void one_member(void)
{
    static struct {
        long before;
        struct poly made[N];
    } all;
    for (int i = 0; i < N; i++)
        all.made[i] = (struct poly){.name = strdup("old")};
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, &all, 0, sizeof all);
    ppar_output_deep(&ppar, 0, sizeof *all.made, offsetof(__typeof__(all), made), &coef);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            struct poly fresh = make_poly(i);
            free(fresh.name);
            all.made[i].n = fresh.n;
            all.made[i].coef = fresh.coef;
            ppar_put(&ppar, 0, (char *)&all.made[i].n - (char *)&all, sizeof(int));
            ppar_put(&ppar, 0, (char *)&all.made[i].coef - (char *)&all, sizeof(double *));
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        print_poly(&all.made[i]);
}

/* Appended, in iteration order. */
static void appended(void)
{
    static struct poly made[3 * N];
    int n = 1;
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, made, 0, sizeof made);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &coef);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &name);
    ppar_counter(&ppar, &n, PPAR_INT32);
    ppar_append(&ppar, 0, 0, sizeof *made);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            for (int k = 0; k < i % 3; k++)
                made[n++] = make_poly(10 * i + k);
        ppar_put_appended(&ppar, 0, 0, sizeof *made);
        ppar_commit(&ppar);
    }
    printf("%d\n", n);
    for (int k = 0; k < n; k++)
        print_poly(&made[k]);
}

/* ---- lists, cycles and sharing -------------------------------------------------------------- */

struct node {
    struct node *next, *other;
    int value;
};

static void pack_node(struct ppar_packer *packer, const void *at)
{
    const struct node *from = at;
    ppar_pack_block(packer, from->next, 1, sizeof *from->next, pack_node);
    ppar_pack_block(packer, from->other, 1, sizeof *from->other, pack_node);
}

static void unpack_node(struct ppar_unpacker *unpacker, void *at)
{
    struct node *to = at;
    to->next = ppar_unpack_object(unpacker, sizeof *to->next, unpack_node);
    to->other = ppar_unpack_object(unpacker, sizeof *to->other, unpack_node);
}

static void pack_head(struct ppar_packer *packer, const void *at)
{
    ppar_pack_block(packer, *(struct node *const *)at, 1, sizeof(struct node), pack_node);
}

static void unpack_head(struct ppar_unpacker *unpacker, void *at)
{
    *(struct node **)at = ppar_unpack_object(unpacker, sizeof(struct node), unpack_node);
}

static const struct ppar_member head = {0, sizeof(struct node *), pack_head, unpack_head};

/* A ring of LENGTH nodes; each knows its opposite one. */
static struct node *make_ring(int length)
{
    struct node *first = NULL, *last = NULL;
    for (int k = 0; k < length; k++) {
        struct node *node = malloc(sizeof *node);
        *node = (struct node){.next = first, .value = k};
        last = last ? last : node;
        first = node;
    }
    if (last)
        last->next = first;
    struct node *at = first;
    for (int k = 0; k < length; k++, at = at->next) {
        at->other = at;
        for (int step = 0; step < length / 2 && length < 100; step++)
            at->other = at->other->next;
    }
    return first;
}

static void run_rings(int size)
{
    static struct node *ring[N], *same[N];
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_STATIC);
    ppar_output(&ppar, ring, 0, sizeof ring);
    ppar_output(&ppar, same, 0, sizeof same);
    ppar_output_deep(&ppar, 0, sizeof *ring, 0, &head);
    ppar_output_deep(&ppar, 1, sizeof *same, 0, &head);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            same[i] = ring[i] = make_ring(i % 10 * size);
        ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_put(&ppar, 1, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++) {
        unsigned long sum = ring[i] == same[i];
        struct node *at = ring[i];
        for (int k = 0; k < i % 10 * size; k++) {
            struct node *next = at->next;
            sum = sum * 31 + (unsigned)at->other->value;
            at = next;
        }
        printf("%lu %d\n", sum, at == ring[i]);
        for (int k = 0; k < i % 10 * size; k++) {
            struct node *next = at->next;
            free(at);
            at = next;
        }
    }
}

static void rings(void)
{
    run_rings(3);
}

/* Far longer than a recursion could be deep. */
static void long_rings(void)
{
    run_rings(12000);
}

/* ---- results that are not as they should be -------------------------------------------------- */

static int wrongness;

static void wrong_result(void)
{
    static struct poly made[N];
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, made, 0, sizeof made);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &coef);
    ppar_output_deep(&ppar, 0, sizeof *made, 0, &name);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            made[i] = make_poly(41);
            made[i].n = wrongness == 0 ? 100000 : wrongness == 1 ? -1 : made[i].n;
            if (wrongness == 2)
                made[i].name = (char *)made[i].coef;
        }
        ppar_put(&ppar, 0, (long long)(ppar.first * sizeof *made),
                 (long long)((ppar.last - ppar.first) * sizeof *made));
        ppar_commit(&ppar);
    }
    printf("done\n");
}

static void test_wrong(void)
{
    static const char *const says[] = {"fewer elements", "negative", "share memory"};
    for (wrongness = 0; wrongness < 3; wrongness++) {
        struct outcome *outcome = run(wrong_result, "PPAR_WORKERS=3");
        check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 1, "status");
        check(strstr(outcome->err, says[wrongness]) != NULL, "it says '%s'", outcome->err);
        check_text("stdout", outcome->out, "");
    }
}

/* The two ends do not agree. */
static void unpack_something_else(struct ppar_unpacker *unpacker, void *at)
{
    ((struct poly *)at)->name = ppar_unpack_block(unpacker, 7, NULL);
}

static struct poly mistaken[N];

static void print_pointers(void)
{
    int left = 0;
    for (int i = 0; i < N; i++)
        left += mistaken[i].name != NULL;
    fprintf(stderr, "%d names\n", left);
}

static void mistaken_result(void)
{
    static const struct ppar_member other = {offsetof(struct poly, name), sizeof(char *), pack_name,
                                             unpack_something_else};
    struct ppar_loop ppar = LOOP(N);
    atexit(print_pointers);
    ppar_output(&ppar, mistaken, 0, sizeof mistaken);
    ppar_output_deep(&ppar, 0, sizeof *mistaken, 0, &other);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            mistaken[i].name = strdup("eight...");
        ppar_put(&ppar, 0, (long long)(ppar.first * sizeof *mistaken),
                 (long long)((ppar.last - ppar.first) * sizeof *mistaken));
        ppar_commit(&ppar);
    }
    printf("done\n");
}

/* No result keeps a worker's address. The chunk that arrives first is the one that is named. */
static void test_mistaken(void)
{
    struct outcome *outcome = run(mistaken_result, "PPAR_WORKERS=2");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 1, "status");
    check(strstr(outcome->err, "the results of iterations ") != NULL &&
              strstr(outcome->err, "no whole number of elements") != NULL,
          "it says '%s'", outcome->err);
    check(strstr(outcome->err, "0 names") != NULL, "pointers are left: '%s'", outcome->err);
}

int main(void)
{
    check_equivalent("polynomials", polynomials, "");
    check_equivalent("polynomials", polynomials, "PPAR_SCHEDULE=dynamic");
    check_equivalent("one member", one_member, "");
    check_equivalent("appended", appended, "");
    check_equivalent("appended", appended, "PPAR_SCHEDULE=dynamic");
    check_equivalent("rings", rings, "");
    check_equivalent("long rings", long_rings, "");
    test_wrong();
    test_mistaken();
    return check_status();
}
