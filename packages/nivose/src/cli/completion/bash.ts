/**
 * The script for bash. It is written for bash 3.2 and later, which is what macOS has. Bash cuts the line into words at
 * `=` and `:` too, and replaces only the last piece, so the pieces are joined before they are sent and cut off after.
 */

export const bash = `# Completion of nivose for bash. Load it with: eval "$(nivose completion bash)"

_nivose() {
  local command=\${COMP_WORDS[0]/#\\~/$HOME} words=() count=0 joined= index piece
  for ((index = 1; index <= COMP_CWORD; index++)); do
    piece=\${COMP_WORDS[index]}
    if [[ $count -gt 0 && ( $piece == [=:] || $joined ) ]]; then
      words[count - 1]+=$piece
    else
      words[count]=$piece
      count=$((count + 1))
    fi
    joined=
    if [[ $piece == [=:] ]]; then joined=yes; fi
  done

  local partial=\${words[count - 1]} written= directive= line match=
  if [[ $partial == --*=* && $COMP_WORDBREAKS == *=* ]]; then written=\${partial%%=*}=; fi
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $directive ]]; then
      directive=$line
    else
      line=\${line%%$'\\t'*}
      COMPREPLY+=("\${line#"$written"}")
    fi
  done < <("$command" __complete "\${words[@]}" 2>/dev/null)

  partial=\${partial#"$written"}
  case $directive in
    files | nix-files)
      if [[ $directive == nix-files ]]; then match='!*.nix'; fi
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do
        COMPREPLY+=("$line")
      done < <(
        compgen -f -X "$match" -- "$partial"
        if [[ $match ]]; then compgen -d -- "$partial"; fi
      )
      ;;
  esac
}

complete -F _nivose nivose
`;
