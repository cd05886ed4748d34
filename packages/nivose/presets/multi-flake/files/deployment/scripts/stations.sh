# Which stations are meant, and how they are reached. The scripts of the apps begin with this one.
#
# Each line of the file $inventory is a station, in the order in which they are taken: its name, its flake, its address, and
# its tags with commas. $flakes are the flakes whose stations may be named.

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

own_stations() {
  local name flake address tags
  while read -r name flake address tags; do
    case " $flakes " in
      *" $flake "*) printf '%s %s %s %s\n' "$name" "$flake" "$address" "$tags" ;;
    esac
  done <"$inventory"
}

flake_of() {
  own_stations | while read -r name flake _; do
    if [ "$name" = "$1" ]; then printf '%s\n' "$flake"; fi
  done
}

address_of() {
  own_stations | while read -r name _ address _; do
    if [ "$name" = "$1" ]; then printf '%s\n' "$address"; fi
  done
}

# Prints the stations that NAME..., @TAG... or --all mean, each once and in their order.
stations_of() {
  local names name tags word
  names=$(own_stations | cut -d ' ' -f 1)
  [ $# -gt 0 ] || fail "name stations, or @tags, or --all; there are: ${names//$'\n'/ }"
  for word in "$@"; do
    case $word in
      --all | @*) ;;
      -*) fail "there is no option $word" ;;
      *)
        grep --quiet --line-regexp --fixed-strings -- "$word" <<<"$names" ||
          fail "there is no station $word here; there are: ${names//$'\n'/ }"
        ;;
    esac
  done
  own_stations | while read -r name _ _ tags; do
    for word in "$@"; do
      if [ "$word" = --all ] || [ "$word" = "$name" ] || [[ $word == @* && ,$tags, == *,"${word#@}",* ]]; then
        printf '%s\n' "$name"
        break
      fi
    done
  done
}

# on STATION COMMAND...: runs it there, as root.
on() {
  local address
  address=$(address_of "$1")
  shift
  ssh -o ConnectTimeout=10 -o BatchMode=yes "root@$address" -- "$@"
}
