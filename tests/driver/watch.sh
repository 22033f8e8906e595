# What command lines of lines.txt leave in files, as lines on stdout that can be compared; run.sh
# reads this file in.
# shellcheck shell=sh

# names FILE: how the debugging information calls the sources and their folders, where it says that
# the program's own functions and variables are declared, and, of an object, the files of its lines.
names() {
    readelf --debug-dump=info "$1" 2>&1 | awk '
        /DW_TAG_/ { unit = /compile_unit/ }
        /DW_AT_name|DW_AT_comp_dir/ { line = $0; sub(/.*: */, "", line) }
        /DW_AT_name/ && unit { ours = line !~ /\/runtime\//; if (ours) print "unit", line }
        /DW_AT_comp_dir/ && unit && ours { print "in", line }
        /DW_AT_name/ { name = line }
        /DW_AT_decl_line/ && ours && name ~ /^(main|more|a|b|sum)$/ { print name, $NF }' | sort -u
    case $1 in
    *.o) readelf --debug-dump=rawline "$1" 2>&1 | grep -o '[^/: 	]*\.[ch]$' |
        grep -v -e '^ppar\.h$' -e stddef | sort -u ;;
    esac
}

# warnings: of compiler messages, the place and the option of each warning.
warnings() {
    sed -n 's/^\([^ :]*:[0-9]*\):.* \(warning\|error\): .*\(\[-W[^]]*\]\)$/\1 \3/p' | sort -u
}

# messages: of compiler messages, all lines that name a place, without columns.
messages() {
    sed -n 's/^\([^ :]*:[0-9]*\):[0-9:]* \(.*\)/\1 \2/p' | sort -u
}

# counted GCDA: of the sources that gcov names, whether lines have been executed, never, or are none.
# A pragma's line is one where ppcc makes code of it.
counted() {
    gcov -t "$1" 2>/dev/null | awk -F : '
        $2 == 0 && /Source:/ { ours = !/ppar\.h$/; if (ours) print $NF }
        ours && $2 > 0 && !/#pragma ppar/ {
            print $2 + 0, $1 ~ /-/ ? "none" : $1 ~ /#/ ? "never" : "executed"
        }'
}
