#!/bin/sh
# samples/project-cmake by find_package(ppcc) and ppar_target, and with ppcc as the compiler.
. "$(dirname "$0")/lib.sh"
need ctest
install_tree
project cmake

# configured FOLDER OPTION...
configured() {
    folder=$1
    shift
    quietly cmake -S "$work/parallel" -B "$folder" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@"
    quietly cmake --build "$folder" --parallel 2
    ! grep warning "$work/log" || fail "the build of $folder has warnings"
}

configured "$work/plain/build" -DCMAKE_DISABLE_FIND_PACKAGE_ppcc=ON
configured "$work/build" -DCMAKE_PREFIX_PATH="$tree"
same_output "$work/plain/build/tomograph" "$work/build/tomograph" 3 48 60
! grep -q ppcc "$work/build/compile_commands.json" || fail "ppcc is in compile_commands.json"
(cd "$work/build" && quietly ctest) || exit 1

# A launcher that the project has is kept.
mkdir "$work/bin"
cat >"$work/bin/ccache" <<END
#!/bin/sh
echo "\$*" >>"$work/launched"
exec "\$@"
END
chmod +x "$work/bin/ccache"
configured "$work/launcher" -DCMAKE_PREFIX_PATH="$tree" \
    -DCMAKE_C_COMPILER_LAUNCHER="$work/bin/ccache"
same_output "$work/plain/build/tomograph" "$work/launcher/tomograph" 3 48 60
grep -q 'cc .*project\.c' "$work/launched" || fail "the launcher is not called"

# With ppcc as the compiler, it is not called twice for a source.
configured "$work/whole" -DCMAKE_PREFIX_PATH="$tree" -DCMAKE_C_COMPILER="$tree/bin/ppcc"
same_output "$work/plain/build/tomograph" "$work/whole/tomograph" 3 48 60
! grep -r 'bin/ppcc .*bin/ppcc ' "$work/whole" --include=build.make --include=build.ninja ||
    fail "ppcc calls ppcc"

# The package: its version, its targets.
mkdir "$work/uses"
cat >"$work/uses/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.16)
project(uses C)
find_package(ppcc 99 QUIET)
if(ppcc_FOUND)
  message(FATAL_ERROR "version 99 is found")
endif()
find_package(ppcc ${WANTED} REQUIRED)
get_target_property(program ppar::ppcc LOCATION)
execute_process(COMMAND ${program} --version OUTPUT_VARIABLE says)
if(NOT says MATCHES "ppcc ${WANTED}")
  message(FATAL_ERROR "ppcc --version: ${says}")
endif()
foreach(library ppar::ppar ppar::ppar_shared)
  get_target_property(file ${library} LOCATION)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "${library}: ${file}")
  endif()
endforeach()
END
quietly cmake -S "$work/uses" -B "$work/uses/build" -DCMAKE_PREFIX_PATH="$tree" -DWANTED="$VERSION"
echo "passed"
