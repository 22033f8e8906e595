# Completion of ppcc's command line in bash. Source it, or install it under the name ppcc where
# bash-completion looks, which is share/bash-completion/completions.
#
# Own options and what stands behind them are completed here. Of every other option the completion
# of gcc is asked, if there is one; with nothing to offer, bash goes on with the names of files. Ids
# are asked of ppcc itself.
#
# Where '=' breaks words, as it does in bash by default, "--dump=scan" comes as three words, and
# only the last one is replaced.

_ppcc_options='--check --suggest --fix --explain --emit --keep --report= --diagnostics-format=
    --diagnostics-file= --analysis-limit= --show --dump= --cc= --no-ppar --version --help -p
    -Rppar -Rppar-missed -Rno-ppar -Rno-ppar-missed -Wppar -Wno-ppar -Werror=ppar -Wno-error=ppar'

_ppcc_ids() {
    "$1" --explain 2>&1 | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p'
}

# The ids that are warnings: ppcc tells them when it is given a warning without a name.
_ppcc_warnings() {
    "$1" -Wppar- 2>&1 | sed -n 's/.*the warnings are //p'
}

# _ppcc_values PPCC OPTION: the words that may stand behind the option. Status 1: others, or none.
_ppcc_values() {
    local id
    case $2 in
    --explain) _ppcc_ids "$1" ;;
    --dump) echo scan parse model effects roles depend types verdict lower rewrite ;;
    --diagnostics-format) echo text json sarif ;;
    -Werror | -Wno-error)
        echo ppar
        for id in $(_ppcc_warnings "$1"); do
            echo "ppar-$id"
        done
        ;;
    *) return 1 ;;
    esac
}

# Lets the completion of gcc fill COMPREPLY. The loader of bash-completion has had two names.
_ppcc_of_gcc() {
    local loader function
    for loader in _comp_load __load_completion; do
        complete -p gcc >/dev/null 2>&1 || ! declare -F $loader >/dev/null || $loader gcc
    done
    function=$(complete -p gcc 2>/dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
    [ -z "$function" ] || "$function" "$@" 2>/dev/null
}

# _ppcc_offer START COMPGEN-ARGUMENT...: with START, which is in the word already, before each
_ppcc_offer() {
    local start=$1
    shift
    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -P "$start" "$@")
}

# Names of files are quoted, and a folder gets a '/' in place of a blank.
_ppcc_offer_files() {
    compopt -o filenames 2>/dev/null
    _ppcc_offer "$@"
}

_ppcc_own_options() {
    local id options=$_ppcc_options
    if [[ $2 == -W*ppar-* ]]; then
        for id in $(_ppcc_warnings "$1"); do
            options+=" -Wppar-$id -Wno-ppar-$id"
        done
    fi
    _ppcc_offer '' -W "$options" -- "$2"
    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
}

_ppcc() {
    local ppcc=$1 word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local option='' start='' values
    COMPREPLY=()
    if [[ $word == -*=* ]]; then
        option=${word%%=*}
        start=$option=
        word=${word#*=}
    elif [[ $word == = ]]; then
        option=$before
        word=''
    elif [[ $before == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $before == --explain || $before == -p ]]; then
        option=$before
    fi

    if values=$(_ppcc_values "$ppcc" "$option"); then
        _ppcc_offer "$start" -W "$values" -- "$word"
        [[ $option != -W* || ${#COMPREPLY[@]} -ne 0 ]] && return
    fi
    case $option in
    --report | --diagnostics-file) _ppcc_offer_files "$start" -f -- "$word" ;;
    -p) _ppcc_offer_files '' -d -- "$word" ;;
    --cc) _ppcc_offer "$start" -c -- "$word" ;;
    *)
        _ppcc_of_gcc "$@"
        [[ $word != -* || $option ]] || _ppcc_own_options "$ppcc" "$word"
        ;;
    esac
}

complete -o bashdefault -o default -F _ppcc ppcc
