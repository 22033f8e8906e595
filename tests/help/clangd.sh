#!/bin/sh
# clangd, with the .clangd of docs/EDITORS.md, has nothing to say about a correct file whose command
# names ppcc and has every kind of its options. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need clangd

cd "$work" || exit 2
write_budget budget.c
options="-Wppar -Wno-ppar-link-conflict -Werror=ppar -Wno-error=ppar-effects-broken
    -Rppar -Rppar-missed -Rno-ppar --report=x.json --diagnostics-format=text
    --diagnostics-file=x --analysis-limit=2 --cc=clang --keep --show --no-ppar"
# clangd tells of errors alone, so warnings are made errors.
cat >compile_commands.json <<END
[{"directory": "$work", "file": "budget.c",
  "command": "$PPCC -Wall -Werror $(echo "$options" | tr -s "\n " "  ") -c budget.c"}]
END

# What clangd reports, without the rest of what it prints.
complaints() {
    timeout 60 clangd --check="$work/budget.c" >log 2>&1
    if ! grep -q 'All checks completed' log; then
        cat log
    fi
    sed -n 's/^E\[[0-9:.]*\] //p' log
}

says_nothing() {
    example yaml CompileFlags >.clangd
    complaints | diff /dev/null -
}

# The file above can only be right when there is something to be silent about.
says_something_without() {
    rm .clangd
    complaints >all
    grep unknown-pragmas all && grep -e --report all
}

check "clangd has nothing to say" says_nothing
check "without .clangd it has" says_something_without
finish clangd
