#!/bin/sh
# The examples that `ppcc --explain ID` prints are true, for every id, and docs/LANGUAGE.md lists it.
#
#     run.sh [ID...]     all ids that ppcc lists, or those named
#
# An example is indented code, with a line before it that says what ppcc makes of it:
#
#     Refused:                an error with that id
#     Warned of:              a warning with that id
#     Accepted:               nothing is said, and a compiler has no warning for it either
#     Accepted with -O2:      the same with flags; each of the words may have some
#     Remarked with -Rppar:   accepted, with a remark that this flag asks for
#
# The first is never an accepted one; the last always is, or a remark. Code with a `{` alone on a
# line is a whole file; any other is the inside of a function. What it does not declare is in
# prelude.c. Lines such as `/* scale.c */` begin a file of that name; several files are given to
# ppcc together, and do without the prelude. Environment: BUILD, the build tree; CC, a compiler.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
CC=${CC:-cc}
export LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# ppcc FLAGS...: with a time limit
ppcc() {
    timeout 30 "$BUILD/bin/ppcc" "$@"
}

# The ids, as ppcc lists them.
list_ids() {
    ppcc --explain 2>&1 | sed -n 's/^  \([a-z-]*\) .*/\1/p'
}

# Cuts $work/text into example.N, without the indentation, and prints `N:word:flags` for each. Code
# for which there is no word has the word `nothing`.
cut_examples() {
    awk -v work="$work" '
        /^    / {
            if (!inside) {
                inside = 1
                file = work "/example." ++count
                printf "%d:%s\n", count, word == "" ? "nothing:" : word
                printf "" >file
            }
            while (blank > 0) { print "" >file; blank-- }
            print substr($0, 5) >file
            next
        }
        /^$/ { if (inside) blank++; next }
        {
            inside = blank = 0
            word = ""
            if (/^(Refused|Warned of|Remarked|Accepted)( with [^ ].*)?:$/) {
                word = substr($0, 1, length($0) - 1)
                if (!sub(/ with /, ":", word)) word = word ":"
            }
        }
    ' "$work/text"
}

# write_files EXAMPLE: makes the folder `files` of it, and sets prelude.
write_files() {
    rm -rf "$work/files"
    mkdir "$work/files"
    prelude=$here/prelude.c
    if grep -q '^/\* [a-z]*\.c \*/$' "$1"; then
        prelude=/dev/null
        awk -v folder="$work/files/" '
            /^\/\* [a-z]*\.c \*\/$/ { file = folder $2 }
            { print >file }
        ' "$1"
    elif grep -q '^{$' "$1"; then
        cp "$1" "$work/files/example.c"
    else
        {
            echo 'void example(void); void example(void) {'
            cat "$1"
            echo '}'
        } >"$work/files/example.c"
    fi
}

# said SEVERITY ID: behind a warning the id stands in the option that turns it off.
said() {
    grep -q "^[^ ].*: $1: .* \[\(-Wppar-\)\{0,1\}$2\]\$" "$work/message"
}

# compiles FLAGS: without a warning; the compiler does not know the flags of ppcc's own
compiles() {
    # shellcheck disable=SC2046
    "$CC" -fsyntax-only -Wall -Wextra -Werror -Wno-unused -Wno-unknown-pragmas \
        -isystem "$BUILD/include" $(echo "$1" | sed 's/-[RW]ppar[^ ]*//g') -include "$prelude" ./*.c 2>"$work/message"
}

# judge ID WORD FLAGS: FLAGS are several words.
# shellcheck disable=SC2086
judge() {
    cd "$work/files" || exit 2
    ppcc --check $3 -include "$prelude" ./*.c >"$work/verdict" 2>"$work/message"
    status=$?
    case $2 in
    Refused) [ $status -eq 1 ] && said error "$1" ;;
    'Warned of') said warning "$1" ;;
    Remarked) [ $status -eq 0 ] && said remark "$3" && compiles "$3" ;;
    Accepted) [ $status -eq 0 ] && ! [ -s "$work/message" ] && compiles "$3" ;;
    *) false ;;
    esac && return 0
    echo "the example for which the word is '$2': status $status"
    cat ./*.c "$work/verdict" "$work/message"
    return 1
}

# is_listed ID: in the table of docs/LANGUAGE.md
is_listed() {
    grep -q "^| .*\`$1\`.* | .* | .* |\$" "$here/../../docs/LANGUAGE.md"
}

# explain ID: all examples of the id
explain() {
    if ! ppcc --explain "$1" >"$work/text"; then
        echo "ppcc does not explain it"
        return 1
    fi
    cut_examples >"$work/examples"
    first=$(sed -n '1s/^1:\(.*\):.*/\1/p' "$work/examples")
    last=$(sed -n '$s/^[0-9]*:\(.*\):.*/\1/p' "$work/examples")
    fine=0
    case ${first:-nothing}:$last in
    Accepted:* | *:Refused | *:'Warned of' | *:nothing | nothing:*)
        echo "there has to be an example of what is wrong, and behind it one of how to mend it"
        fine=1
        ;;
    esac
    if [ "$first" != Remarked ] && ! is_listed "$1"; then
        echo "the table of refused loops in docs/LANGUAGE.md does not have it"
        fine=1
    fi
    while IFS=: read -r number word flags; do
        write_files "$work/example.$number"
        (judge "$1" "$word" "$flags") || fine=1
    done <"$work/examples"
    return $fine
}

# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(list_ids)
if [ $# -eq 0 ]; then
    echo "FAIL ppcc lists no ids"
    exit 1
fi
for id in "$@"; do
    if explain "$id" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $id"
        sed 's/^/    /' "$work/log"
    fi
done
echo "explain: $passed passed, $failed failed"
[ $failed -eq 0 ]
