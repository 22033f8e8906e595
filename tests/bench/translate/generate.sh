#!/bin/sh
# generate.sh [functions [loops]]: prints a C file of system headers, plain functions of 19 lines
# each and annotated loops, some 2000 lines by default. The loops take turns in ten forms, all
# accepted: rows, stencils, sums, scratch arrays, strings, calls, histograms, triangles.
set -eu
functions=${1:-99}
loops=${2:-10}

cat <<'EOF'
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { N = 400, W = 300 };
struct cell { int kind; double value, rate; int neighbours[8]; };
static double grid[N][W], next[N][W], row[N], sums[N], a[N], b[N];
static struct cell cells[N];
static int counts[N], histogram[256];
static char names[N][32], line[256];
static unsigned char bytes[N];
EOF

awk -v functions="$functions" 'BEGIN {
    for (k = 0; k < functions; k++) {
        printf "\nstatic double work%d(double x, int n)\n{\n", k
        printf "    double t[16] = {0}, s = x;\n"
        printf "    for (int j = 0; j < 16; j++)\n        t[j] = s * j + %d;\n", k
        printf "    for (int j = 1; j < n && j < 16; j++) {\n"
        printf "        if (t[j] > t[j - 1])\n            s += t[j] / (1 + fabs(t[j - 1]));\n"
        printf "        else\n            s -= t[j];\n    }\n"
        printf "    switch (n %% 4) {\n    case 0:\n        return s + 1;\n"
        printf "    default:\n        return %s;\n    }\n}\n", k % 8 ? "work" (k - 1) "(s, n)" : "s"
    }
}'

awk -v loops="$loops" -v functions="$functions" 'BEGIN {
    body[0] = "for (int x = 0; x < W; x++)\n            grid[i][x] = i * 0.5 + x;"
    body[1] = "for (int x = 1; x < W - 1; x++)\n" \
              "            next[i][x] = (grid[i][x - 1] + grid[i][x + 1]) / 2;"
    body[2] = "row[i] = work%d(a[i], 9);"
    body[3] = "double t[16];\n        for (int j = 0; j < 16; j++)\n            t[j] = a[i] * j;\n" \
              "        sums[i] = t[0] + t[15];"
    body[4] = "snprintf(names[i], sizeof names[i], \"item %%d\", i);\n" \
              "        counts[i] = (int)strlen(names[i]);"
    body[5] = "histogram[bytes[i]]++;"
    body[6] = "cells[i].value = cells[i].rate * i;\n        cells[i].kind = i %% 3;"
    body[7] = "for (int x = 0; x < i * 3 / 4; x++)\n            next[i][x] = grid[i][x] * 2;"
    body[8] = "sprintf(line, \"%%d\", i);\n        counts[i] = atoi(line);"
    body[9] = "b[i] = a[i] > 0 ? sqrt(a[i]) : work%d(a[i], 3);"
    for (k = 0; k < loops; k++) {
        form = body[k % 10]
        gsub(/work%d/, "work" (k * 7 % functions), form)
        gsub(/%%/, "%", form)
        printf "\nvoid loop%d(void)\n{\n#pragma ppar for\n    for (int i = 0; i < N; i++) {\n        %s\n    }\n}\n",
               k, form
    }
}'

printf '\nint main(void)\n{\n'
k=0
while [ "$k" -lt "$loops" ]; do
    printf '    loop%d();\n' "$k"
    k=$((k + 1))
done
printf '    return row[0] + next[1][1] + b[2] > 1e9;\n}\n'
