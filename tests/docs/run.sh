#!/bin/sh
# What the documentation shows has to be true: its commands are run, its output is compared and its
# C is given to ppcc.
#
#     run.sh [--update] [FILE...]     README.md and those of docs/, or the files named
#
# A fenced block is judged by its language and by the comment on the line before it, which readers
# do not see (docs/HACKING.md shows how to write them):
#
#     sh                        is run; status 0
#     sh    <!-- status N -->   is run; status N
#     sh    <!-- not run -->    only has to be a correct script
#     sh    <!-- needs TOOL... -->  is run where these programs are, and no sanitizer is in the way
#     text  <!-- output -->     what the commands before it print, stdout and then stderr
#     text  <!-- message -->    what ppcc says of the C before it
#     c                         is accepted, and compiles without warnings
#     c     <!-- verdict V -->  the same, and each loop has the verdict V
#     c     <!-- refused ID --> is refused with that id
#     c     <!-- file NAME -->  the same as c, and becomes the file NAME for the commands behind it
#     c     <!-- file NAME refused ID -->
#     c     <!-- prelude -->    stands before the pieces of C behind it
#     c     <!-- not checked -->
#     any   <!-- keep NAME -->  becomes the file NAME, and nothing else is done with it
#
# C with a `{` alone on a line, and a file, is a whole translation unit; every other piece is the
# inside of a function. Commands run in a folder of their own, in which build/bin/ppcc is the
# compiler. --update rewrites the blocks of output and messages; look at the difference. Environment:
# BUILD, the build tree; CC, the compiler behind ppcc; TEST_CFLAGS, flags for ppcc alone (sanitizers).
set -u

here=$(cd "$(dirname "$0")" && pwd)
TOP=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$TOP/build}" && pwd) || exit 2
TEST_CFLAGS=${TEST_CFLAGS:-}
# Examples of faults die by their own signals, also where a sanitizer would see to those.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:handle_segv=0"
export BUILD TEST_CFLAGS PPCC_CC="${CC:-cc}" PPAR_WORKERS=2 LC_ALL=C
update=
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
[ $# -gt 0 ] || set -- "$TOP/README.md" "$TOP"/docs/*.md

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
skipped=0

# Cuts FILE into block.N, and prints `N:line:language:marker` for each.
cut_blocks() {
    awk -v work="$work" '
        function marker() {
            if (last !~ /^<!-- .* -->$/) return ""
            return substr(last, 6, length(last) - 9)
        }
        !inside && /^```/ {
            inside = 1
            file = work "/block." ++count
            printf "" >file
            printf "%d:%d:%s:%s\n", count, NR, substr($0, 4), marker()
            next
        }
        inside && /^```/ { inside = 0; close(file); last = ""; next }
        inside { print >file; next }
        { last = $0 }
    ' "$1"
}

# FILE again, with the text of new.N in place of block N where there is one.
replace_blocks() {
    awk -v work="$work" '
        !inside && /^```/ {
            inside = 1
            file = work "/new." ++count
            print
            replaced = 0
            while ((getline line <file) > 0) { print line; replaced = 1 }
            next
        }
        inside && /^```/ { inside = 0; print; next }
        inside && replaced { next }
        { print }
    ' "$1"
}

# A folder in which the commands of the documentation work.
make_folder() {
    rm -rf "$work/folder" "$work/pieces" "$work"/block.* "$work"/new.*
    mkdir -p "$work/folder/build/bin" "$work/pieces"
    : >"$work/pieces/prelude.h"
    cat >"$work/folder/build/bin/ppcc" <<'END'
#!/bin/sh
case " $* " in
*" -o "*) exec "$BUILD/bin/ppcc" "$@" $TEST_CFLAGS ;;
*) exec "$BUILD/bin/ppcc" "$@" ;;
esac
END
    chmod +x "$work/folder/build/bin/ppcc"
}

# ppcc FLAGS...: with a time limit
ppcc() {
    timeout 20 "$BUILD/bin/ppcc" "$@"
}

# compare BLOCK ACTUAL
compare() {
    if [ "$update" ]; then
        cp "$2" "$work/new.$number"
        return 0
    fi
    diff -u "$1" "$2"
}

run_commands() {
    (cd "$work/folder" && PATH="$work/folder/build/bin:$PATH" timeout 100 sh "$work/block.$number") \
        >"$work/stdout" 2>"$work/stderr" </dev/null
    status=$?
    cat "$work/stdout" "$work/stderr" >"$work/output"
    [ $status -eq "$1" ] && return 0
    echo "status $status, expected $1"
    cat "$work/output"
    return 1
}

# write_piece TEXT NAME: sets lines, the number of lines put before the text, and prelude.
write_piece() {
    lines=0
    prelude=prelude.h
    if grep -q '^{$' "$1"; then
        cp "$1" "$work/pieces/$2"
        return
    fi
    lines=1
    {
        echo 'void example(void); void example(void) {'
        cat "$1"
        echo '}'
    } >"$work/pieces/$2"
}

# The message with the line numbers of the text as it is shown.
renumber() {
    awk -v lines="$lines" '
        match($0, /^example\.c:[0-9]+/) {
            $0 = "example.c:" (substr($0, 11, RLENGTH - 10) - lines) substr($0, RLENGTH + 1)
        }
        match($0, /^ *[0-9]+ \|/) {
            $0 = sprintf("%5d |", substr($0, 1, RLENGTH - 2) - lines) substr($0, RLENGTH + 1)
        }
        { print }
    '
}

# check_piece NAME WANTED: WANTED is `refused ID`, `verdict V` or nothing.
check_piece() {
    cd "$work/pieces" || exit 2
    ppcc --check --report="$work/report" -include "$prelude" "$1" >"$work/verdicts" \
        2>"$work/message.raw"
    status=$?
    renumber <"$work/message.raw" >"$work/message"
    case $2 in
    'refused '*)
        [ $status -eq 1 ] && grep -q "\[${2#refused }\]$" "$work/message" && return 0
        echo "expected: $2"
        ;;
    *)
        # TEST_CFLAGS is several words.
        # shellcheck disable=SC2086
        [ $status -eq 0 ] && ppcc -c -O1 -Wall -Wextra -Werror -Wno-unused -include "$prelude" \
            -o piece.o "$1" $TEST_CFLAGS 2>"$work/message" && has_verdict "${2#verdict }" &&
            return 0
        ;;
    esac
    echo "status $status"
    cat "$work/verdicts" "$work/message"
    return 1
}

# has_verdict WORD: all loops have it; without WORD everything is fine.
has_verdict() {
    [ -n "$1" ] || return 0
    grep -q '"verdict"' "$work/report" && ! grep -v "\"verdict\":\"$1\"" "$work/report"
}

check_file() {
    name=${1%% *}
    wanted=${1#"$name"}
    cp "$work/block.$number" "$work/folder/$name"
    cp "$work/block.$number" "$work/pieces/$name"
    lines=0
    prelude=/dev/null
    check_piece "$name" "${wanted# }"
}

# Whether a debugger may look at processes here: not in every container, and not for every user.
can_attach() {
    sleep 10 &
    gdb -q -batch -p $! >"$work/attached" 2>&1
    kill $!
    grep -q '^\[Inferior 1 .* detached\]' "$work/attached"
}

# has_tools NAME...: they are there, and can be used on programs of this build.
has_tools() {
    [ -z "$TEST_CFLAGS" ] || return 1
    for tool in "$@"; do
        command -v "$tool" >/dev/null || return 1
        case $tool in
        gdb) can_attach || return 1 ;;
        strace) strace -o "$work/attached" true 2>"$work/refused" || return 1 ;;
        esac
    done
}

# The output behind it is not looked at where the commands were not run.
run_with_tools() {
    # shellcheck disable=SC2086
    if has_tools $1; then
        run_commands 0
    else
        skipped=$((skipped + 1))
        rm -f "$work/output"
        sh -n "$work/block.$number"
    fi
}

check_output() {
    [ ! -e "$work/output" ] || compare "$work/block.$number" "$work/output"
}

check_block() {
    case $language:$marker in
    *:keep\ *)
        cp "$work/block.$number" "$work/folder/${marker#keep }" &&
            cp "$work/block.$number" "$work/pieces/${marker#keep }"
        ;;
    sh:) run_commands 0 ;;
    sh:needs\ *) run_with_tools "${marker#needs }" ;;
    sh:status\ *) run_commands "${marker#status }" ;;
    sh:'not run') sh -n "$work/block.$number" ;;
    text:output) check_output ;;
    text:message) compare "$work/block.$number" "$work/message" ;;
    c:prelude) cp "$work/block.$number" "$work/pieces/prelude.h" ;;
    c:'not checked') ;;
    c:file\ *) (check_file "${marker#file }") ;;
    c: | c:refused\ * | c:verdict\ *)
        (write_piece "$work/block.$number" example.c && check_piece example.c "$marker")
        ;;
    text: | json: | make: | vim: | lisp: | yaml: | matlab: | r: | :) return 0 ;;
    *)
        echo "no rule for a block '$language' with '$marker'"
        return 1
        ;;
    esac
}

for file in "$@"; do
    make_folder
    cut_blocks "$file" >"$work/blocks"
    while IFS=: read -r number line language marker; do
        if check_block >"$work/log" 2>&1; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAIL $file:$line"
            sed 's/^/    /' "$work/log"
        fi
    done <"$work/blocks"
    if [ "$update" ]; then
        replace_blocks "$file" >"$work/new" && cat "$work/new" >"$file"
    fi
done
echo "docs: $passed passed, $failed failed, $skipped skipped for want of a tool"
[ $failed -eq 0 ]
