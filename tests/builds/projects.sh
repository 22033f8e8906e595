# The same small program as a project of each build system: a library with a parallel loop and a
# file without one, a program, and a check. run.sh reads this file in. Each function writes a project
# into the current folder.
# shellcheck shell=sh

# wave.c has the loop; scale.c has none; main.c prints what they compute.
write_sources() {
    mkdir -p src
    printf '#define POINTS 500\ndouble wave(int n);\ndouble scale(double x);\n' >src/wave.h
    cat >src/wave.c <<'SOURCE'
#include "wave.h"

static double height[POINTS];

double wave(int n)
{
    double top = 0;
#pragma ppar for
    for (int i = 0; i < POINTS; i++) {
        double x = i, v = 0;
        for (int k = 0; k < n; k++)
            v = 0.5 * v + x / (k + 1);
        height[i] = v;
    }
    for (int i = 0; i < POINTS; i++)
        top = height[i] > top ? height[i] : top;
    return top;
}
SOURCE
    cat >src/scale.c <<'SOURCE'
#include "wave.h"

double scale(double x)
{
    return x / POINTS;
}
SOURCE
    cat >src/main.c <<'SOURCE'
#include "wave.h"

#include <stdio.h>

int main(void)
{
    printf("%d points: %.17g\n", POINTS, scale(wave(1000)));
    return 0;
}
SOURCE
}

make_project() {
    write_sources
    cat >Makefile <<'MAKEFILE'
CFLAGS = -O2 -g -Wall -Wno-unknown-pragmas
objects = wave.o scale.o main.o

wave: $(objects)
	$(CC) $(LDFLAGS) -o $@ $(objects)
%.o: $(SRC)/src/%.c
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<
-include $(objects:.o=.d)
MAKEFILE
}

autotools_project() {
    write_sources
    cat >configure.ac <<'CONFIGURE'
AC_INIT([wave], [1.0])
AM_INIT_AUTOMAKE([foreign subdir-objects])
AC_PROG_CC
AM_PROG_AR
LT_INIT
AC_CHECK_HEADERS([unistd.h])
AC_CHECK_FUNCS([fork no_such_function])
AC_CHECK_LIB([m], [cos])
AC_CONFIG_HEADERS([config.h])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
CONFIGURE
    cat >Makefile.am <<'MAKEFILE'
ACLOCAL_AMFLAGS = -I m4
lib_LTLIBRARIES = libwave.la
libwave_la_SOURCES = src/wave.c src/scale.c src/wave.h
bin_PROGRAMS = wave fixed
wave_SOURCES = src/main.c
wave_LDADD = libwave.la
fixed_SOURCES = src/main.c
fixed_LDADD = libwave.la
fixed_LDFLAGS = -static
TESTS = check.sh
EXTRA_DIST = check.sh
MAKEFILE
    printf '#!/bin/sh\n./wave && ./fixed\n' >check.sh
    chmod +x check.sh
    mkdir -p m4
    autoreconf --install
}

cmake_project() {
    write_sources
    cat >CMakeLists.txt <<'LISTS'
cmake_minimum_required(VERSION 3.21)
project(wave LANGUAGES C)
include(CheckFunctionExists)
check_function_exists(no_such_function HAVE_NO_SUCH_FUNCTION)
include(CheckIPOSupported)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_library(wave_library SHARED src/wave.c src/scale.c)
add_executable(wave src/main.c)
target_link_libraries(wave wave_library)
enable_testing()
add_test(NAME wave COMMAND wave)
LISTS
}

meson_project() {
    write_sources
    cat >meson.build <<'MESON'
project('wave', 'c', default_options: ['c_std=c11', 'buildtype=debugoptimized'])
cc = meson.get_compiler('c')
assert(not cc.has_function('no_such_function'))
assert(cc.has_function('fork', prefix: '#include <unistd.h>'))
library = shared_library('wavelib', 'src/wave.c', 'src/scale.c')
program = executable('wave', 'src/main.c', link_with: library)
test('wave', program)
MESON
}
