#!/bin/sh
# Completion in zsh: a line is typed into an interactive zsh, with a tab behind it, and what is
# listed or inserted is looked at. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need zsh

cd "$work" || exit 2
mkdir folder
: >file.c

# Types a line and a tab into a zsh of its own. Its completion system leaves all words that it would
# offer in a file, by a function that stands in the place of compadd.
cat >offered.zsh <<'END'
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "PS1= PATH=$BUILD/bin:\$PATH; fpath=($TOP/completion \$fpath); autoload -U compinit; compinit -u -D"
zpty -w inner 'compadd() {
    local -a offered; local k
    for (( k = 1; k <= $#; k++ )) [[ $argv[k] == -O ]] && { builtin compadd "$@"; return }
    builtin compadd -O offered "$@"
    print -rl -- $offered >>offered
    builtin compadd "$@"
}'
zpty -w inner 'touch ready'
for k in {1..200}; do [[ -e ready ]] && break; sleep 0.1; done
zpty -w -n inner "$1"$'\t'
zpty -w -n inner $'\C-e\C-u'
zpty -w inner 'touch done'
for k in {1..200}; do [[ -e done ]] && break; sleep 0.1; done
zpty -d inner
END

offered() {
    rm -f ready done offered
    TOP=$TOP BUILD=$BUILD timeout 60 zsh -f offered.zsh "$1" >log 2>&1
    [ ! -e offered ] || grep . offered
}

check "the syntax" zsh -n "$TOP/completion/_ppcc"
offered 'ppcc --explain carr'
finish zsh
