# libclang by its C interface, version 17 or newer: LLVM's own folders, newest first, then the
# system's. Defines the target Libclang::Libclang.
set(llvm_folders)
foreach(version RANGE 22 17 -1)
  list(APPEND llvm_folders /usr/lib/llvm-${version} /usr/lib/llvm/${version} /usr/lib64/llvm${version})
endforeach()

find_path(Libclang_INCLUDE_DIR clang-c/Index.h PATHS ${llvm_folders} PATH_SUFFIXES include
          NO_DEFAULT_PATH)
find_path(Libclang_INCLUDE_DIR clang-c/Index.h)
if(Libclang_INCLUDE_DIR)
  get_filename_component(llvm_folder ${Libclang_INCLUDE_DIR} DIRECTORY)
  find_library(Libclang_LIBRARY clang PATHS ${llvm_folder}/lib ${llvm_folder}/lib64 NO_DEFAULT_PATH)
  find_library(Libclang_LIBRARY clang)
  file(STRINGS ${Libclang_INCLUDE_DIR}/clang-c/Index.h minor
       REGEX "^#define CINDEX_VERSION_MINOR [0-9]+")
  string(REGEX MATCH "[0-9]+$" Libclang_VERSION "${minor}")
endif()

# The minor version of the interface came to 64 with LLVM 17.
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libclang
  REQUIRED_VARS Libclang_LIBRARY Libclang_INCLUDE_DIR
  VERSION_VAR Libclang_VERSION)

if(Libclang_FOUND AND NOT TARGET Libclang::Libclang)
  add_library(Libclang::Libclang UNKNOWN IMPORTED)
  set_target_properties(Libclang::Libclang PROPERTIES
    IMPORTED_LOCATION ${Libclang_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${Libclang_INCLUDE_DIR})
endif()
