/** The script for fish. */

export const fish = `# Completion of nivose for fish. Save it as ~/.config/fish/completions/nivose.fish

function __nivose_complete
    set -l words (commandline -opc)
    set -l partial (commandline -ct)
    set -l lines ($words[1] __complete $words[2..-1] "$partial" 2>/dev/null)
    printf '%s\\n' $lines[2..-1]
    switch "$lines[1]"
        case files
            __fish_complete_path "$partial"
        case nix-files
            __fish_complete_suffix .nix
    end
end

complete -c nivose -f -a '(__nivose_complete)'
`;
