#!/bin/sh
# Completion in fish: what `complete -C` offers for a command line. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need fish

cd "$work" || exit 2
mkdir home folder
: >file.c
export HOME="$work/home" PATH="$BUILD/bin:$PATH"
unset XDG_CONFIG_HOME XDG_DATA_HOME

# What is offered for the end of a line, without the descriptions.
offered() {
    timeout 60 fish -c "source $TOP/completion/ppcc.fish; complete -C '$1'" |
        cut -f 1
}

# offers "WORD ..." LINE: exactly these
offers() {
    printf '%s\n' "$1" | tr ' ' '\n' | grep . >expected
    offered "$2" >actual
    same_words expected actual
}

offers_options() {
    help_options | grep -vx -e '-[ovp]' >expected
    offered 'ppcc --' | sed 's/=$//' >all
    offered 'ppcc -R' >>all
    offered 'ppcc -W' >>all
    grep -xF -f expected all | same_words expected /dev/stdin
}

offers_ids() {
    "$PPCC" --explain 2>&1 | sed -n 's/^  \([a-z-]*\) .*/\1/p' >ids
    offered 'ppcc --explain ' >actual
    [ "$(wc -l <ids)" -gt 30 ] && same_words ids actual
}

offers_stages() {
    "$PPCC" --dump=x 2>&1 | sed 's/.*the stages are //' | tr ' ' '\n' >stages
    offered 'ppcc --dump=' | sed 's/^--dump=//' >actual
    [ "$(wc -l <stages)" -gt 5 ] && same_words stages actual
}

# has WORD LINE: besides others
has() {
    offered "$2" | grep -x -e "$1"
}

check "the syntax" fish --no-config -n "$TOP/completion/ppcc.fish"
check "options" offers_options
check "ids" offers_ids
check "an id" offers "carried-dependence carried-scalar" "ppcc --explain carried-"
check "stages" offers_stages
check "a format" offers "--diagnostics-format=sarif" "ppcc --diagnostics-format=s"
check "a warning" has -Wppar-link-conflict "ppcc -Wppar-li"
check "a warning that becomes an error" has -Werror=ppar-link-conflict "ppcc -Werror=ppar-li"
check "a file" has file.c "ppcc fil"
check "a file behind =" has --report=file.c "ppcc --report=fil"
check "a folder" offers folder/ "ppcc -p fol"
check "an option of gcc's" has -fsyntax-only "ppcc -fsyntax-onl"
finish fish
