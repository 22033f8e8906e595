#!/bin/sh
# Vim, with what docs/EDITORS.md shows for it, finds the messages of ppcc: file, line, column, kind
# and text, and nothing else. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need vim
vim --version | grep -q '+quickfix' || {
    echo "skip: this vim is a small one, without quickfix"
    exit 77
}

mkdir -p "$work/home/.vim/compiler" "$work/home/.vim/after/syntax"
example vim CompilerSet >"$work/home/.vim/compiler/ppcc.vim"
example vim cPparWord >"$work/home/.vim/after/syntax/c.vim"
cd "$work" || exit 2
write_budget "the budget.c"
write_remarks remarks.c

# in_vim FILE COMMAND...: what the commands of Vim append to `lines` while the file is open
in_vim() {
    file=$1
    shift
    {
        echo 'set nocompatible shellpipe=>%s\ 2>&1'
        echo 'let lines = []'
        printf '%s\n' "$@"
        echo 'call writefile(lines, "lines")'
        echo 'qall!'
    } >commands
    rm -f lines
    HOME=$work/home PATH=$BUILD/bin:$PATH TERM=xterm \
        timeout 20 vim -u NONE -es -S commands "$file" </dev/null >vim.log 2>&1
    cat lines 2>/dev/null || cat vim.log
}

entry='v:val.lnum . ":" . v:val.col . ":" . v:val.type . ": " . v:val.text'

# finds FILE OPTIONS: line, column, kind and text of every message are as expected
finds() {
    in_vim "$1" 'set runtimepath^=~/.vim' 'compiler ppcc' "silent make! $2" \
        "let lines = map(filter(getqflist(), 'v:val.valid'), '$entry')" | sort >actual
    sort expected | diff - actual
}

# Every entry that is no message is gone, and the file is the one that is open.
nothing_else_is_there() {
    other='!v:val.valid || v:val.bufnr != bufnr("%")'
    in_vim "the budget.c" 'set runtimepath^=~/.vim' 'compiler ppcc' 'silent make!' \
        "let lines = map(filter(getqflist(), '$other'), 'v:val.text')" | diff /dev/null -
}

usage_is_shown() {
    in_vim "the budget.c" 'set runtimepath^=~/.vim' 'compiler ppcc' 'silent make! --dump=x' \
        "let lines = map(getqflist(), 'v:val.text')" | grep 'unknown stage'
}

# The groups of the words "pragma", "for" and "workers".
words_have_colours() {
    printf '#pragma ppar for workers(3)\nint for_all;\n' >"the budget.c"
    # shellcheck disable=SC2016
    in_vim "the budget.c" 'set runtimepath=~/.vim,$VIMRUNTIME,~/.vim/after' \
        'syntax on' 'set filetype=c' \
        'for column in [2, 14, 18]' \
        'call add(lines, synIDattr(synID(1, column, 1), "name"))' 'endfor' >actual
    printf 'cPparPragma\ncPparWord\ncPparWord\n' | diff - actual
}

cat >expected <<'END'
9:0:I: loop on 'day' in 'main': proven
12:0:I: loop on 'day' in 'main': rejected
13:24:e: loop on 'day' is not independent [carried-dependence]
13:9:I: iteration day = 2 reads balance[1], which iteration day = 1 writes here
END
check "a refused loop" finds "the budget.c" ""
cat >expected <<'END'
1:1:w: 'first' may read memory through a pointer that it loads, which its effects do not say [-Wppar-effects-broken]
4:8:I: 'first' is defined here
12:5:I: loop on 'i' runs serially unless in and out do not overlap [-Rppar-missed]
12:0:I: loop on 'i' in 'copy': guarded by in and out do not overlap
END
check "a warning and a remark" finds remarks.c -Rppar-missed
check "nothing else is there" nothing_else_is_there
check "wrong usage is shown" usage_is_shown
check "words have colours" words_have_colours
finish vim
