#!/bin/sh
# The task that docs/EDITORS.md gives to VS Code: it is run, and its expression takes the messages
# apart. Python does that in place of VS Code; the expression means the same there. Environment: see
# check.sh.
set -u
. "$(dirname "$0")/check.sh"
need python3

cd "$work" || exit 2
example json problemMatcher >tasks.json
write_budget "the budget.c"
write_remarks remarks.c

# Runs the task on a file, and prints what VS Code would show, a line for each: line, column,
# severity, text and code. Words for the severity are those that VS Code knows.
cat >problems.py <<'END'
import json, re, subprocess, sys
task = json.load(open("tasks.json"))["tasks"][0]
args = [arg.replace("${file}", sys.argv[2]) for arg in task["args"]]
run = subprocess.run([sys.argv[1]] + args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                     text=True)
matcher = task["problemMatcher"]
pattern = matcher["pattern"]
for line in run.stdout.splitlines():
    match = re.search(pattern["regexp"], line)
    if not match:
        continue
    part = {name: match.group(number) or "" for name, number in pattern.items() if name != "regexp"}
    known = {"error": "error", "warning": "warning", "note": "info"}
    severity = known.get(part["severity"], matcher["severity"])
    if part["file"] != sys.argv[2]:
        print("another file:", part["file"])
    print(":".join([part["line"], part["column"], severity, part["message"], part["code"]]))
END

problems() {
    python3 problems.py "$PPCC" "$1" | sort >actual
    sort expected | diff - actual
}

cat >expected <<'END'
9::info:loop on 'day' in 'main': proven:
12::info:loop on 'day' in 'main': rejected:
13:24:error:loop on 'day' is not independent:carried-dependence
13:9:info:iteration day = 2 reads balance[1], which iteration day = 1 writes here:
END
check "a refused loop" problems "the budget.c"

cat >expected <<'END'
1:1:warning:'first' may read memory through a pointer that it loads, which its effects do not say:-Wppar-effects-broken
4:8:info:'first' is defined here:
12:5:info:loop on 'i' runs serially unless in and out do not overlap:-Rppar-missed
12::info:loop on 'i' in 'copy': guarded by in and out do not overlap:
END
check "a warning and a remark" problems remarks.c
finish vscode
