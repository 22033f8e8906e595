#!/bin/sh
# Completion in zsh: lines are typed into an interactive zsh, each with a tab behind it, and what
# its completion system adds is looked at. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need zsh

cd "$work" || exit 2
mkdir folder
: >file.c
printf '#!/bin/sh\n' >ppcc-completion-test
chmod +x ppcc-completion-test
export TOP BUILD

# Types $1 and a tab into a zsh of its own, in which every word that fits is written into the file
# `added`: a function stands in the place of compadd. (-O, -A and -D ask, and add nothing.) The line
# editor tells when it begins to read and when a completion is over: what is typed before, or into a
# completion that still runs, may be dropped.
cat >type.zsh <<'END'
zmodload zsh/zpty
wait_for() {
    local k
    for k in {1..600}; do [[ -e $1 ]] && return; sleep 0.05; done
    print "$1 has not come" && exit 1
}
zpty inner zsh -f -i
zpty -w inner "PS1= PATH=$BUILD/bin:$PWD:\$PATH fpath=($TOP/completion \$fpath)"
zpty -w inner 'autoload -U compinit; compinit -u -D
compadd() {
    local -a fitting
    if (( ! $argv[(I)-[OAD]*] )); then
        builtin compadd -A fitting "$@"
        print -rl -- $fitting >>added
    fi
    builtin compadd "$@"
}
complete-and-tell() { zle expand-or-complete; : >is-over }
zle -N complete-and-tell
bindkey "^I" complete-and-tell
zle-line-init() { : >is-ready }
zle -N zle-line-init'
wait_for is-ready
zpty -w -n inner "$1"$'\t'
wait_for is-over
zpty -d inner
END

# What is offered for the end of a line.
offered() {
    rm -f is-ready is-over added
    timeout 30 zsh -f type.zsh "$1" </dev/null >typed 2>&1 || cat typed
    [ ! -e added ] || grep . added
}

# offers "WORD ..." LINE: exactly these
offers() {
    printf '%s\n' "$1" | tr ' ' '\n' | grep . >expected
    offered "$2" >actual
    same_words expected actual
}

# has WORD LINE: besides others
has() {
    offered "$2" >actual
    grep -x -e "$1" actual || {
        cat actual
        return 1
    }
}

# Other options are gcc's.
offers_options() {
    help_options | grep -vxE -e '-[ov]' >expected
    { offered 'ppcc --' && offered 'ppcc -p' && offered 'ppcc -Rp' && offered 'ppcc -W'; } |
        sed 's/=$//' >all
    grep -xF -f expected all | same_words expected /dev/stdin
}

offers_ids() {
    "$PPCC" --explain 2>&1 | sed -n 's/^  \([a-z-]*\) .*/\1/p' >ids
    offered 'ppcc --explain ' >actual
    [ "$(wc -l <ids)" -gt 30 ] && same_words ids actual
}

offers_stages() {
    "$PPCC" --dump=x 2>&1 | sed 's/.*the stages are //' | tr ' ' '\n' >stages
    offered 'ppcc --dump=' >actual
    [ "$(wc -l <stages)" -gt 5 ] && same_words stages actual
}

check "the syntax" zsh -n "$TOP/completion/_ppcc"
check "options" offers_options
check "ids" offers_ids
check "an id" offers "carried-dependence carried-scalar" "ppcc --explain carried-"
check "an id behind =" offers "may-alias may-write" "ppcc --explain=may-"
check "stages" offers_stages
check "a format" offers "sarif" "ppcc --diagnostics-format=s"
check "a warning" offers "link-conflict" "ppcc -Wno-ppar-li"
check "a warning that becomes an error" offers "link-conflict" "ppcc -Werror=ppar-li"
check "a file" has file.c "ppcc fil"
check "a file behind =" has file.c "ppcc --report=fil"
check "a program" has ppcc-completion-test "ppcc --cc=ppcc-completion-t"
check "a folder" offers folder "ppcc -p fol"
check "an option of gcc's" has -fsyntax-only "ppcc -fsyntax-onl"
finish zsh
