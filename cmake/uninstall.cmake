# Removes the files that the last `cmake --install` of a build tree has written, and the folders
# that are empty then. The environment's DESTDIR has to be what it was.
#
#     cmake -D MANIFEST=build/install_manifest.txt -D BINDIR=bin -P cmake/uninstall.cmake
#
# The folders of /usr and /usr/local are the system's, empty or not: there, only those go that are
# named after ppcc.
if(NOT EXISTS "${MANIFEST}")
  message(FATAL_ERROR "Nothing was installed from here: there is no ${MANIFEST}")
endif()
file(STRINGS "${MANIFEST}" files)
set(top ${files})
list(FILTER top INCLUDE REGEX "/${BINDIR}/ppcc$")
string(REGEX REPLACE "/${BINDIR}/ppcc$" "" top "${top}")

set(is_system FALSE)
if(top MATCHES "^(/usr(/local)?)?$")
  set(is_system TRUE)
endif()

# FOLDER and those around it, up to the top of the tree, as long as they are empty.
function(remove_empty folder)
  while(folder MATCHES "/ppcc(/|$)" OR NOT is_system)
    set(place "$ENV{DESTDIR}${folder}")
    file(GLOB content LIST_DIRECTORIES true "${place}/*" "${place}/.*")
    if(content OR NOT IS_DIRECTORY "${place}")
      return()
    endif()
    file(REMOVE_RECURSE "${place}")
    if(folder STREQUAL top)
      return()
    endif()
    get_filename_component(folder "${folder}" DIRECTORY)
  endwhile()
endfunction()

foreach(file ${files})
  message(STATUS "Removing: $ENV{DESTDIR}${file}")
  file(REMOVE "$ENV{DESTDIR}${file}")
endforeach()
foreach(file ${files})
  get_filename_component(folder "${file}" DIRECTORY)
  remove_empty("${folder}")
endforeach()
file(REMOVE "${MANIFEST}")
