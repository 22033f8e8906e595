#!/bin/sh
# Completion in bash: the function is called as bash does, with the words of a command line, and has
# to leave the right words in COMPREPLY. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need bash

# Prints what is offered for the last of the words that it is given.
cat >"$work/complete.bash" <<'END'
. "$1"
shift
. "$SETUP"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_ppcc "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" || true
[ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
END
: >"$work/nothing"
export SETUP="$work/nothing"

offered() {
    bash "$work/complete.bash" "$TOP/completion/ppcc.bash" "$@"
}

# offers "WORD ..." WORD-OF-THE-LINE...: exactly these, in any order
offers() {
    printf '%s\n' "$1" | tr ' ' '\n' | grep . | sort >"$work/expected"
    shift
    offered "$PPCC" "$@" | sort >"$work/actual"
    diff "$work/expected" "$work/actual"
}

offers_ids() {
    "$PPCC" --explain 2>&1 | sed -n 's/^  \([a-z-]*\) .*/\1/p' >"$work/ids"
    offered "$PPCC" --explain '' >"$work/actual"
    [ "$(wc -l <"$work/ids")" -gt 30 ] && same_words "$work/ids" "$work/actual"
}

# All options of --help, except those that are the compiler's in other places.
offers_options() {
    help_options | grep -vxE -e '-[ov]' >"$work/expected"
    for start in -- -p -R -W; do
        offered "$PPCC" "$start"
    done | sed 's/=$//; /^-Rno-/d' >"$work/actual"
    same_words "$work/expected" "$work/actual"
}

# The stages are those that ppcc lists when it is given another one.
offers_stages() {
    "$PPCC" --dump=x 2>&1 | sed 's/.*the stages are //' | tr ' ' '\n' >"$work/stages"
    offered "$PPCC" --dump = '' >"$work/actual"
    [ "$(wc -l <"$work/stages")" -gt 5 ] && same_words "$work/stages" "$work/actual"
}

cd "$work" || exit 2
mkdir folder other
: >file.c

check "options" offers_options
check "an option" offers "--check" --ch
check "all ids" offers_ids
check "an id" offers "carried-dependence carried-scalar" --explain carried
check "an id behind =" offers "may-alias may-write" --explain = may
check "all stages" offers_stages
check "a stage" offers "scan" --dump = sc
check "a stage, = does not break words" offers "--dump=rewrite --dump=roles" --dump=r
check "a warning" offers "-Wppar-link-conflict" -Wppar-l
check "a warning behind =" offers "ppar-link-conflict" -Werror = ppar-l
check "nothing is typed behind =" offers "text json sarif" --diagnostics-format =
check "a format" offers "json" --diagnostics-format = j
check "a folder" offers "folder other" -p ''
check "a file behind =" offers "--report=file.c" --report=file
printf "#!/bin/sh\n" >ppcc-completion-test
chmod +x ppcc-completion-test
PATH=$work:$PATH
check "a program" offers "ppcc-completion-test" --cc = ppcc-completion-t
check "files are bash's" offers "" file
check "an option of the compiler's" offers "" -fno-such

cat >"$work/setup" <<'END'
_of_gcc() { [[ ${COMP_WORDS[COMP_CWORD]} != -fx* ]] || COMPREPLY=(-fxyz); }
complete -F _of_gcc gcc
END
SETUP=$work/setup
check "an option that gcc completes" offers "-fxyz" -fx
cat >"$work/setup" <<'END'
_of_gcc() { COMPREPLY=(-Ryz); }
__load_completion() { complete -F _of_gcc "$1"; }
END
check "gcc's completion is loaded, ours is added" \
    offers "-Ryz -Rppar -Rppar-missed -Rno-ppar -Rno-ppar-missed" -R
check "gcc's is not asked for our values" offers "scan" --dump = sc
finish bash
