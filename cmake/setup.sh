# Installing what a build needs, and building: shared by samples/quickstart.sh and tests/run.sh,
# which set TOP, the top of the tree, and read this file in. Asks no questions; where it cannot
# install, it says exactly what is missing and ends with status 2.
# shellcheck shell=sh disable=SC2034

BUILD_PACKAGES="cmake ninja-build gcc libc6-dev make pkg-config flex bison libisl-dev libgmp-dev
    libjansson-dev uthash-dev libcunit1-dev"
TEST_PACKAGES="clang clang-format valgrind spin python3 mandoc vim zsh fish autoconf automake libtool
    meson ccache dpkg-dev file gdb strace procps"

say() {
    printf '%s\n' "$*"
}

stop() {
    say "$*" >&2
    exit 2
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# The newest LLVM, 17 or later, whose libclang is installed here.
installed_llvm() {
    for folder in /usr/lib/llvm-*; do
        [ -e "$folder/include/clang-c/Index.h" ] && [ -d "$folder/lib/clang" ] &&
            printf '%s\n' "${folder##*-}"
    done | sort -n | awk '$1 >= 17' | tail -n 1
}

# The newest one that apt knows.
available_llvm() {
    apt-cache search --names-only '^libclang-[0-9]+-dev$' |
        sed 's/^libclang-\([0-9]*\)-dev.*/\1/' | sort -n | awk '$1 >= 17' | tail -n 1
}

llvm_packages() {
    [ -z "$1" ] || printf 'libclang-%s-dev libclang-common-%s-dev' "$1" "$1"
}

# Those of the packages $* that dpkg does not have.
missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q ' installed$' ||
            printf '%s ' "$package"
    done
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    as_root true 2>/dev/null ||
        stop "Not root, and no sudo without a password. Please run:" \
            "apt-get install $* libclang-19-dev (17 or newer)"
    say "Installing: $*"
    as_root apt-get update -qq || say "apt-get update failed; going on with the lists there are"
    llvm=$(installed_llvm)
    llvm=${llvm:-$(available_llvm)}
    [ -n "$llvm" ] || stop "No libclang-N-dev with N >= 17 in apt's sources: add one from" \
        "apt.llvm.org, or use Debian 12 or Ubuntu 24.04 or newer."
    # shellcheck disable=SC2046,SC2048,SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $* $(missing_packages $(llvm_packages "$llvm")) >"$TOP/setup.log" 2>&1 || {
        tail -n 20 "$TOP/setup.log" >&2
        stop "apt-get install failed; the whole output is in $TOP/setup.log"
    }
    rm -f "$TOP/setup.log"
}

# Elsewhere than on Debian and Ubuntu: is everything there?
check_by_hand() {
    missing=
    for program in cmake cc make pkg-config flex bison; do
        command -v $program >/dev/null 2>&1 || missing="$missing $program"
    done
    for library in isl jansson; do
        pkg-config --exists $library 2>/dev/null || missing="$missing $library"
    done
    [ -e /usr/include/uthash.h ] || [ -e /usr/local/include/uthash.h ] || missing="$missing uthash.h"
    [ -z "$missing" ] || stop "This is neither Debian nor Ubuntu. Please install:$missing," \
        "and libclang 17 or newer with its headers."
}

# need_packages PACKAGE...: sees to it that they and libclang are there.
need_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        check_by_hand
        return
    fi
    missing=$(missing_packages "$@")
    if [ -n "$missing" ] || [ -z "$(installed_llvm)" ]; then
        # shellcheck disable=SC2086
        apt_install $missing
    fi
}

# logged LOG COMMAND...: shows the end of the output only when the command fails.
logged() {
    log=$1
    shift
    "$@" >"$log" 2>&1 && return 0
    grep -v '^\[[0-9]*/[0-9]*\] [BL]' "$log" | tail -n 60 >&2
    say "The whole output is in $log" >&2
    return 1
}

# build PRESET FOLDER [TARGET...]
build() {
    preset=$1
    folder=$2
    shift 2
    mkdir -p "$TOP/$folder"
    if [ ! -e "$TOP/$folder/build.ninja" ] && [ ! -e "$TOP/$folder/Makefile" ]; then
        generator="Unix Makefiles"
        command -v ninja >/dev/null 2>&1 && generator=Ninja
        rm -f "$TOP/$folder/CMakeCache.txt" # what an earlier try without a package left
        (cd "$TOP" && logged "$folder/configure.log" \
            cmake --preset "$preset" -G "$generator") || return 1
    fi
    keep_going="-k"
    [ -e "$TOP/$folder/build.ninja" ] && keep_going="-k 0"
    # shellcheck disable=SC2086
    (cd "$TOP" && logged "$folder/build.log" \
        cmake --build "$folder" --parallel "$(nproc)" ${1:+--target "$@"} -- $keep_going)
}
