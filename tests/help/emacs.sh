#!/bin/sh
# The compilation mode of Emacs, with what docs/EDITORS.md shows for it, finds the messages of ppcc.
# Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need emacs

cd "$work" || exit 2
example lisp compilation-error-regexp >init.el
write_budget budget.c
write_remarks remarks.c

# Reads the file `output` as if it came from M-x compile; a line for each message: line, column and
# kind (2: an error, 1: a warning, 0: information).
cat >messages.el <<'END'
(require 'compile)
(with-current-buffer (get-buffer-create "*compilation*")
  (compilation-mode)
  (let ((inhibit-read-only t))
    (insert-file-contents "output"))
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let ((location (compilation--message->loc message)))
          (princ (format "%s:%s:%s\n"
                         (compilation--loc->line location)
                         (or (compilation--loc->col location) "")
                         (compilation--message->type message))))))
    (forward-line 1)))
END

# finds FILE OPTION...
finds() {
    file=$1
    shift
    "$PPCC" --check "$@" "$file" >output 2>&1
    HOME=$work timeout 60 emacs -Q --batch -l init.el -l messages.el 2>log | sort >actual
    sort expected | diff - actual || {
        cat log
        return 1
    }
}

cat >expected <<'END'
9::0
12::0
13:24:2
13:9:0
END
check "a refused loop" finds budget.c
cat >expected <<'END'
1:1:1
4:8:0
12:5:0
12::0
END
check "a warning and a remark" finds remarks.c -Rppar-missed
finish emacs
