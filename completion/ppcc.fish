# Completion of ppcc's command line in fish. Install it in share/fish/vendor_completions.d or
# ~/.config/fish/completions.
#
# Own options and what stands behind them are completed here; everything else as for gcc. Ids are
# asked of ppcc itself.

function __ppcc_ids
    set -l ppcc (commandline -opc)[1]
    $ppcc --explain 2>&1 | string replace -rf '^  ([a-z][a-z-]*) +(.*)$' '$1\t$2'
end

# Options for the ids that are warnings: ppcc tells them when it is given a warning without a name.
function __ppcc_warnings
    set -l ppcc (commandline -opc)[1]
    set -l ids ($ppcc -Wppar- 2>&1 | string replace -rf '.*the warnings are ' '')
    for id in (string split -n ' ' -- $ids)
        printf '%s\n' -Wppar-$id -Wno-ppar-$id -Werror=ppar-$id -Wno-error=ppar-$id
    end
end

complete -c ppcc -w gcc
complete -c ppcc -l check -d 'Say what becomes of each loop'
complete -c ppcc -s p -x -a '(__fish_complete_directories)' -d 'Sources of a compile_commands.json'
complete -c ppcc -l suggest -d 'Which other loops could run in parallel, as a patch'
complete -c ppcc -l fix -d 'Put what messages offer to insert into the sources'
complete -c ppcc -l explain -x -a '(__ppcc_ids)' -d 'What a message means, and what to do'
complete -c ppcc -l emit -d 'Write the generated C and stop'
complete -c ppcc -l keep -d 'Build, and keep the generated C'
complete -c ppcc -l report -r -F -d 'The verdicts as JSON Lines'
complete -c ppcc -l diagnostics-format -x -a 'text json sarif' -d 'How messages are written'
complete -c ppcc -l diagnostics-file -r -F -d 'Where messages are written'
complete -c ppcc -l analysis-limit -x -d 'Processor time for each loop, in seconds'
complete -c ppcc -l show -d 'Print the commands that are run'
complete -c ppcc -l dump -x -d 'Print what a stage made' \
    -a 'scan parse model effects roles depend types verdict lower rewrite'
complete -c ppcc -l cc -x -a '(__fish_complete_command)' -d 'The real compiler'
complete -c ppcc -l no-ppar -d 'Be the real compiler'
complete -c ppcc -l version -d 'Print the versions of the real compiler and of ppcc'
complete -c ppcc -l help -d 'Print a summary of the options'
complete -c ppcc -o Rppar -d 'Remark on what runs in parallel'
complete -c ppcc -o Rppar-missed -d 'Remark on what does not, and why'
complete -c ppcc -o Rno-ppar -d 'No remarks on what runs in parallel'
complete -c ppcc -o Rno-ppar-missed -d 'No remarks on what does not'
complete -c ppcc -o Wppar -d 'Show all warnings of ppcc'
complete -c ppcc -o Wno-ppar -d 'Show none of them'
complete -c ppcc -o Werror=ppar -d 'Make errors of them'
complete -c ppcc -o Wno-error=ppar -d 'Make no errors of them'
complete -c ppcc -n 'string match -q -- "-W*ppar*" (commandline -ct)' -a '(__ppcc_warnings)'
