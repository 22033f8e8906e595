# What Debian wants of packages and installed trees do not have. CPack calls this when the files of
# all packages lie in folders named after their components, and packs them afterwards.
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()
find_program(GZIP gzip REQUIRED)

foreach(component ${CPACK_COMPONENTS_ALL})
  string(TOUPPER ${component} COMPONENT)
  set(tree ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr)
  set(folder ${tree}/share/doc/${CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME})
  file(COPY ${CPACK_DEBIAN_DOCUMENTS} DESTINATION ${folder})
  file(GLOB pages ${tree}/share/man/man*/*.[1-8])
  execute_process(COMMAND ${GZIP} -9n ${folder}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)

  # pkg-config leaves out the system's folders where it knows them by their names.
  file(GLOB_RECURSE descriptions ${tree}/lib/ppar.pc)
  foreach(description ${descriptions})
    file(READ ${description} text)
    string(REGEX REPLACE "^prefix=[^\n]*" "prefix=/usr" text "${text}")
    file(WRITE ${description} "${text}")
  endforeach()
endforeach()
