#!/bin/sh
# Every function that the runtime calls can be made to fail (calls.def), or cannot fail, or is known
# here as one that is not made to. Usage: complete.sh calls.def OBJECT
set -eu
known='
    _GLOBAL_OFFSET_TABLE_ __ctype_b_loc __errno_location __isoc99_sscanf __sched_cpucount stdout
    memcmp memcpy memmove memset strchr strcmp strcpy strcspn strerror strlen strncmp strrchr strspn strstr strtoull
    snprintf vsnprintf qsort atol putc_unlocked getenv secure_getenv sysconf getpid getppid geteuid isatty sched_getaffinity malloc_usable_size opendir readdir closedir strtol
    __fbufsize __flbf __fpending __fpurge fileno_unlocked fwide
    _exit exit free raise sigaddset sigdelset sigemptyset sigisemptyset sigismember signal nanosleep
    __gcov_dump __gcov_reset
    abort backtrace clock_gettime dl_iterate_phdr fstat sigaltstack sigfillset strnlen strsignal
    stdin stderr __asan_init __msan_init __tsan_init
    environ mallctl mi_malloc tc_malloc TCMallocInternalMalloc
    program_invocation_short_name getpgrp
    setlocale getauxval fdatasync
    kill waitid setitimer fwrite fflush fclose __overflow mremap
'
status=0
for name in $(nm -u "$2" | awk '{ print $2 }' | grep -v -e '^__asan' -e '^__ubsan'); do
    grep -q "^CALL($name," "$1" && continue
    case " $(printf %s "$known" | tr '\n' ' ') " in *" $name "*) continue ;; esac
    echo "$name: add it to calls.def, or say in complete.sh why not" >&2
    status=1
done
exit $status
