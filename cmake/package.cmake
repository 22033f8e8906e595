# Debian packages, one a component of install.cmake: ppcc, libppar0 and libppar-dev.
#
#     cmake --preset deb -G Ninja && ninja -C build-deb package
#
# The preset installs to /usr, where Debian's libraries have a folder for each architecture. What
# only packages have, such as compressed pages, is made by package-debian.cmake.
set(CPACK_PACKAGE_NAME ppcc)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "the maintainers of ppcc")
set(CPACK_PACKAGE_CONTACT "The maintainers of ppcc <maintainers@ppcc.invalid>")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL compiler runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package-debian.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(soname libppar${PROJECT_VERSION_MAJOR})
set(same_version "(= ${PROJECT_VERSION})")

set(CPACK_DEBIAN_COMPILER_PACKAGE_NAME ppcc)
set(CPACK_DEBIAN_COMPILER_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPILER_PACKAGE_DEPENDS "gcc | c-compiler, libppar-dev ${same_version}")
set(CPACK_DEBIAN_COMPILER_PACKAGE_SUGGESTS "cmake, pkg-config, valgrind")
get_filename_component(libclang ${Libclang_LIBRARY} REALPATH)
if(libclang MATCHES "libclang-([0-9]+)") # its own headers; those of gcc are a makeshift
  set(CPACK_DEBIAN_COMPILER_PACKAGE_RECOMMENDS libclang-common-${CMAKE_MATCH_1}-dev)
endif()
set(CPACK_COMPONENT_COMPILER_DESCRIPTION
"compiler for C whose marked loops run in parallel
ppcc takes the place of cc. It runs the loops behind '#pragma ppar for' in
worker processes, after it has proven that no iteration needs what an earlier
one computes, and leaves the results of the serial program.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${soname})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/triggers)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"runtime of C loops in parallel processes - shared library
libppar starts worker processes at a loop that ppcc has translated, shares out
its iterations, and puts the results in place in the order of the serial
program. Programs that are linked by ppcc do not need this package: they have
the static library in them.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libppar-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${soname} ${same_version}, libc6-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"runtime of C loops in parallel processes - development files
The static library, which ppcc links programs with, and the header of libppar.")

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/debian/changelog.in ${made}/changelog @ONLY)
configure_file(cmake/debian/copyright ${made}/copyright COPYONLY)
set(CPACK_DEBIAN_DOCUMENTS ${made}/changelog ${made}/copyright)
include(CPack)
