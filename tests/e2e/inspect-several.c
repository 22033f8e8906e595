/* verdict: guarded */
/* Members, rows of matrices, several indices in an iteration, and guards that come first. */
#include <stdio.h>

struct body {
    double x, v;
    int hits;
};

struct edge {
    int from, to;
};

static struct body bodies[200];
static double charge[500];
static double m[40][30];
static double tall[1300];

static void move(struct body *body, double dt)
{
    body->x += dt * body->v;
}

static void step(const unsigned *restrict live, int n, double dt)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        struct body *body = &bodies[live[i]];
        move(body, dt);
        if (body->x > 2)
            body->hits++;
    }
}

static void carry(const struct edge *restrict edges, const double *restrict flow, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        charge[edges[i].from] -= flow[i];
        charge[edges[i].to] += flow[i] + 0.5 * charge[edges[i].from];
    }
}

static void rows(const int *restrict perm, int n, int columns)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < columns; j++)
            m[perm[i]][j] = 0.5 * m[perm[i]][j] + i + j;
}

static void pitched(const int *restrict perm, int n, int width, int used)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < used; j++)
            tall[perm[i] * width + j] = 0.5 * tall[perm[i] * width + j] + i;
}

static void show(void)
{
    double sum = 0;
    for (int k = 0; k < 200; k++)
        sum += bodies[k].x * k + bodies[k].hits;
    for (int k = 0; k < 500; k++)
        sum = 0.99 * sum + charge[k];
    for (int k = 0; k < 1200; k++)
        sum = 0.99 * sum + m[k / 30][k % 30];
    for (int k = 0; k < 1300; k++)
        sum = 0.99 * sum + tall[k];
    printf("%a\n", sum);
}

int main(void)
{
    unsigned live[100];
    int perm[40];
    struct edge edges[100];
    double flow[100];
    for (int k = 0; k < 200; k++)
        bodies[k] = (struct body){k % 7, 1.0 / (k + 1), 0};
    for (int k = 0; k < 100; k++) {
        live[k] = 199 - (unsigned)k * 37 % 100;
        edges[k] = (struct edge){k * 3 % 100, 100 + k * 7 % 100};
        flow[k] = k + 0.5;
    }
    for (int k = 0; k < 40; k++)
        perm[k] = k * 7 % 40;
    for (int round = 0; round < 3; round++) {
        step(live, 100, 0.1);
        show();
        carry(edges, flow, 100);
        show();
        rows(perm, 40, 30);
        show();
        rows(perm, 40, 0);
        rows(NULL, 40, 0);
        pitched(perm, 40, 30, 30);
        show();
        pitched(perm, 40, 30, 45);
        show();
        if (round == 0) {
            edges[70].from = edges[20].to;
            perm[11] = perm[12];
        } else {
            live[50] = live[3];
            edges[70].from = edges[71].from;
        }
    }
    return 0;
}
