/** The script for zsh: to be evaluated, or to be put as `_nivose` into a folder of `fpath`. */

export const zsh = `#compdef nivose
# Completion of nivose for zsh. Load it, after compinit, with: eval "$(nivose completion zsh)"

_nivose() {
  local command=\${~words[1]} directive line word brief
  local -a lines suggestions
  lines=("\${(@f)$("$command" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  directive=$lines[1]
  for line in "\${(@)lines[2,-1]}"; do
    word=\${line%%$'\\t'*}
    brief=\${\${line#$word}#$'\\t'}
    suggestions+=("\${word//:/\\\\:}\${brief:+:$brief}")
  done
  if (( $#suggestions )); then _describe -t words nivose suggestions; fi
  case $directive in
    files) _files ;;
    nix-files) _files -g '*.nix(-.)' ;;
  esac
}

if [[ $funcstack[1] == _nivose ]]; then
  _nivose "$@"
else
  compdef _nivose nivose
fi
`;
