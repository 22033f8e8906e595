# find_package(ppcc) gives
#
#     ppar::ppar           the runtime, libppar.a
#     ppar::ppar_shared    the same, libppar.so
#     ppar::ppcc           the compiler
#     ppar_target(TARGET)  TARGET's C is compiled by ppcc
include("${CMAKE_CURRENT_LIST_DIR}/ppccTargets.cmake")

# ppcc is put before the compiler's command, and libppar is linked. The project's compiler stays
# what it is, and so do the commands in compile_commands.json. A launcher that TARGET has, as
# ccache, is called by ppcc, with what ppcc has made.
function(ppar_target target)
  get_target_property(ppcc ppar::ppcc LOCATION)
  get_target_property(launcher ${target} C_COMPILER_LAUNCHER)
  if(NOT launcher)
    set(launcher)
  endif()
  get_filename_component(compiler "${CMAKE_C_COMPILER}" REALPATH)
  get_filename_component(itself "${ppcc}" REALPATH)
  if(NOT compiler STREQUAL itself AND NOT ppcc IN_LIST launcher)
    list(PREPEND launcher ${ppcc})
    set_target_properties(${target} PROPERTIES C_COMPILER_LAUNCHER "${launcher}")
  endif()
  target_link_libraries(${target} PRIVATE ppar::ppar)
endfunction()
