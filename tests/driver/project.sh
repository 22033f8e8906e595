# The small project in which the command lines of run.sh are run; run.sh reads this file in.
# shellcheck shell=sh

# entry FOLDER FILE OPTIONS: an entry of a compilation database
entry() {
    printf '{"directory": "%s", "file": "%s", "command": "cc %s -c %s"}' "$1" "$2" "$3" "$2"
}

# par.c, sub/more.c and old.c have a loop for ppcc; plain.c and sub/other.c have none. That of calls.c calls
# sub/twice.c.
make_project() {
    rm -rf "$1"
    mkdir -p "$1/sub" "$1/inc" "$1/out"
    cd "$1" || exit 2
    cat >par.c <<'END'
#include "near.h"
#include <stdio.h>
int more(void);
int main(void)
{
    int a[100], sum = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = i * NEAR;
    for (int i = 0; i < 100; i++)
        sum += a[i];
    printf("%s:%d %s %s %d\n", __FILE__, __LINE__, __BASE_FILE__, NEAR_FILE, sum);
#ifdef WITH_MORE
    printf("%d\n", more());
#endif
#ifdef WORD
    printf("%s\n", WORD);
#endif
    return sum == 9900 ? 3 : 4;
}
END
    printf '#define NEAR 2\n#define NEAR_FILE __FILE__\n' >near.h
    cat >sub/more.c <<'END'
#include "near.h"
#include "far.h"
int more(void);
int more(void)
{
    static long b[FAR];
#pragma ppar for
    for (int i = 0; i < FAR; i++)
        b[i] = NEAR;
    return (int)b[FAR - 1];
}
END
    printf '#define NEAR 5\n' >sub/near.h
    printf '#define FAR 10\n#define NEAR_NAME "inc"\n' >inc/far.h
    # A program whose loops are in headers.
    cat >kernels.h <<'END'
#include "sub/fill.h"
static void twice(int *a, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] *= NEAR;
}
END
    cat >sub/fill.h <<'END'
#pragma once
#include "near.h"
static const char *fill(int *a, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = NEAR + __LINE__;
    return __FILE__;
}
END
    cat >headers.c <<'END'
#include "kernels.h"
#include <far.h>
#include <stdio.h>
int main(void)
{
    static int a[FAR];
    const char *name = fill(a, FAR);
    twice(a, FAR);
    printf("%s %s %d %s\n", __FILE__, name, a[1], NEAR_NAME);
    return 0;
}
END
    # far.h looks for near.h by -I, where the folder of the source has one, too.
    mkdir -p inc/deep
    printf '#define FAR 7\n#include "near.h"\n#define NEAR_NAME "deep"\n' >inc/deep/far.h
    printf '#define NEAR 9\n' >inc/near.h
    cat >plain.c <<'END'
#include <stdio.h>
int main(void)
{
    printf("%s %s\n", __FILE__, __BASE_FILE__);
    return 7;
}
END
    printf 'int other(void);\nint other(void) { return 1; }\n' >sub/other.c
    printf '.globl asm_value\nasm_value: .long 3\n' >value.S
    printf 'int main() { return 5; }\n' >plus.cc
    printf 'extern "C" int more(void) { return 8; }\n' >more.cc
    sed 's/return sum.*/return auto(7);/' par.c >annotated.cc
    printf '#include "not-made-yet.h"\nint x;\n' >wrong-include.c
    printf 'int wrong(void) { return undeclared; }\n' >sub/wrong.c
    printf 'static int f(int x)\n{\n    int unused;\n    return 1;\n}\n' >warn-plain.c
    cat >old.c <<'END_OF_OLD'
int a[9];
int old(int n);
int old(int n)
{
    int i;
#pragma ppar for
    for (i = 0; i < 9; i++)
        a[i] = n;
    return a[8];
}
END_OF_OLD
    printf 'int main(void) { return undeclared; }\n' >wrong.c
    printf '#include "near.h"\nint main(void)\n{\n    int a[9];\n#pragma ppar for\n' >warn.c
    printf '    for (int i = 0; i < 9; i++)\n        a[i] = NEAR;\n    int unused;\n' >>warn.c
    printf '    return a[8];\n}\n' >>warn.c
    printf 'par.c -o p\n' >args
    cat >calls.c <<'END'
#include <stdio.h>
double twice(double);
extern int *first;
double a[50];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        a[i] = twice(i) + *first;
    printf("%g\n", a[7]);
    return 0;
}
END
    cat >sub/twice.c <<'END'
double twice(double);
static int one = FIRST;
int *first = &one;
extern double a[];
double *all = a;
double twice(double x)
{
    return 2 * x;
}
END
    # Nobody reads w, if these two are the whole program.
    printf 'double w[4];\ndouble put(int i)\n{\n    w[i & 3] = i;\n    return i;\n}\n' >put.c
    printf 'double put(int);\nstatic double r[9];\nint main(void)\n{\n#pragma ppar for\n' >whole.c
    printf '    for (int i = 0; i < 9; i++)\n        r[i] = put(i);\n    return r[8];\n}\n' >>whole.c
    {
        printf '['
        entry "$1/sub" twice.c -DFIRST=1
        printf ','
        entry .. calls.c -w
        printf ','
        entry "$1" "$1/calls.c" -w
        printf ','
        entry "$1" plus.cc -w
        printf ']'
    } >out/compile_commands.json
    cp par.c 'a b.c'
    cp par.c par.txt
    touch empty.c
    cd "$top" || exit 2
}
