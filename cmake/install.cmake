# What an installed tree holds. All places are relative to its top, so that it may be moved: ppcc
# finds its files beside itself (compiler/installation.c), and ppar.pc, ppar.mk and the CMake
# package find theirs from where they are.
#
# Three components, which package.cmake makes packages of: `runtime`, what a program needs that was
# linked with the shared library; `development`, what it takes to link one; `compiler`, the rest.
include(CMakePackageConfigHelpers)

foreach(folder BINDIR LIBDIR LIBEXECDIR INCLUDEDIR DATADIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${folder}}")
    message(FATAL_ERROR "CMAKE_INSTALL_${folder} has to be relative to the prefix: "
                        "an installed tree may be moved")
  endif()
endforeach()

set(ppcc_data ${CMAKE_INSTALL_DATADIR}/ppcc)
set(ppcc_package ${CMAKE_INSTALL_LIBDIR}/cmake/ppcc)
set(made ${PROJECT_BINARY_DIR}/installed) # files that are written while the build is configured

# Sets VARIABLE to the way from FOLDER up to the top of the tree: "../..".
function(way_up variable folder)
  file(RELATIVE_PATH way /${folder} /)
  string(REGEX REPLACE "/$" "" way ${way})
  set(${variable} ${way} PARENT_SCOPE)
endfunction()

# ---- programs and libraries -------------------------------------------------------------------

set_target_properties(ppar_static PROPERTIES EXPORT_NAME ppar)
install(TARGETS ppcc EXPORT ppcc
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT compiler)
install(TARGETS ppcc1
        RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/ppcc COMPONENT compiler)
install(TARGETS ppar_static ppar_shared EXPORT ppcc
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime
                NAMELINK_COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES runtime/include/ppar.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES runtime/ppar.supp DESTINATION ${ppcc_data} COMPONENT development)

# ---- for build systems ------------------------------------------------------------------------

way_up(top ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
configure_file(cmake/ppar.pc.in ${made}/ppar.pc @ONLY)
install(FILES ${made}/ppar.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

way_up(top ${ppcc_data})
configure_file(cmake/ppar.mk.in ${made}/ppar.mk @ONLY)
install(FILES ${made}/ppar.mk DESTINATION ${ppcc_data} COMPONENT compiler)

write_basic_package_version_file(${made}/ppccConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/ppccConfig.cmake ${made}/ppccConfigVersion.cmake
        DESTINATION ${ppcc_package} COMPONENT compiler)
install(EXPORT ppcc NAMESPACE ppar:: FILE ppccTargets.cmake
        DESTINATION ${ppcc_package} COMPONENT compiler)

# ---- for readers ------------------------------------------------------------------------------

# Links between the documents, and to the samples, work as in the sources.
file(GLOB documents CONFIGURE_DEPENDS docs/*.md)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT compiler)
install(FILES ${documents} DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT compiler)

# The samples' sources, not what was built among them.
file(GLOB_RECURSE samples CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     samples/*.c samples/*.h samples/*.md samples/*.am samples/*.ac samples/Makefile
     samples/CMakeLists.txt samples/meson.build samples/run-pipeline.sh samples/check.sh)
list(FILTER samples EXCLUDE REGEX "/build|\\.ppar\\.c$")
foreach(sample ${samples})
  get_filename_component(folder ${sample} DIRECTORY)
  if(sample MATCHES "\\.sh$")
    install(PROGRAMS ${sample} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder} COMPONENT compiler)
  else()
    install(FILES ${sample} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder} COMPONENT compiler)
  endif()
endforeach()

file(GLOB pages CONFIGURE_DEPENDS docs/man/*.[1-8])
foreach(page ${pages})
  string(REGEX MATCH "[1-8]$" section ${page})
  set(component compiler)
  if(section EQUAL 3)
    set(component development)
  endif()
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${component})
endforeach()

# Each shell has a folder for the completion of other people's programs.
set(PPCC_ZSHDIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
    CACHE STRING "Where zsh finds completion functions, relative to the prefix")
if(EXISTS ${PROJECT_SOURCE_DIR}/completion/ppcc.bash)
  install(FILES completion/ppcc.bash RENAME ppcc COMPONENT compiler
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/completion/_ppcc)
  install(FILES completion/_ppcc DESTINATION ${PPCC_ZSHDIR} COMPONENT compiler)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/completion/ppcc.fish)
  install(FILES completion/ppcc.fish COMPONENT compiler
          DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

# ---- and away again ---------------------------------------------------------------------------

add_custom_target(uninstall
  COMMAND ${CMAKE_COMMAND} -D MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt
          -D BINDIR=${CMAKE_INSTALL_BINDIR} -P ${PROJECT_SOURCE_DIR}/cmake/uninstall.cmake
  COMMENT "Removing what was installed last" VERBATIM)
