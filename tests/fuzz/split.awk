# Splits a generated program into two files: the functions that its kernels call go to the file HELPERS
# and get external linkage, like all variables of file scope, which that file only declares. What is
# left is printed.
function is_helper(head) {
    return head ~ /^[a-z].*_[0-9]+\(.*\)$/ && head !~ /run_k[0-9]+\(/
}
function without_static(line) {
    sub(/^static /, "", line)
    return line
}
function declaration(line) {
    line = without_static(line)
    sub(/ = .*/, ";", line)
    return "extern " line
}
function share(line) {
    print line
    print line >HELPERS
}
BEGIN { printf "" >HELPERS }
state == "define" { share($0); state = /\\$/ ? state : ""; next }
state == "helper" { print >HELPERS; state = /^}/ ? "" : state; next }
state == "shared" { share($0); state = /^}/ ? "" : state; next }
state == "other" { print; state = /^}/ ? "" : state; next }
/^#(include|define)/ { share($0); state = /\\$/ ? "define" : ""; next }
is_helper($0) { print without_static($0) ";"; print without_static($0) >HELPERS; state = "helper"; next }
/^(struct|union|enum|typedef) .*\{$/ { share($0); state = "shared"; next }
/^typedef / { share($0); next }
/^[a-z].*[),]$/ { print; state = "other"; next }
/^[a-z][^(]*;$/ { print without_static($0); print declaration($0) >HELPERS; next }
{ print }
