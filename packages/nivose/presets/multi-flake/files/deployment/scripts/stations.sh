# Which stations are meant, and how they are reached. The scripts of the apps begin with this one.
# $inventory is a file of JSON, $flakes the flakes whose stations may be named.

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Stations of our flakes, in the order in which they are taken.
all_stations() {
  jq --raw-output --arg flakes "$flakes" \
    '.[] | select(.flake as $flake | $flakes | split(" ") | index($flake)) | .name' "$inventory"
}

# fact_of STATION FACT
fact_of() {
  jq --raw-output --arg station "$1" --arg fact "$2" '.[] | select(.name == $station)[$fact]' "$inventory"
}

# Prints the stations that NAME..., @TAG... or --all mean, each once and in that order.
stations_of() {
  [ $# -gt 0 ] || fail "name stations, or @tags, or --all; there are: $(all_stations | tr '\n' ' ')"
  local known wanted word
  known=$(all_stations)
  wanted=""
  for word in "$@"; do
    case $word in
      --all) wanted+="$known"$'\n' ;;
      @*)
        wanted+=$(jq --raw-output --arg tag "${word#@}" \
          '.[] | select(.tags | index($tag)) | .name' "$inventory")$'\n'
        ;;
      -*) fail "there is no option $word" ;;
      *)
        grep --quiet --line-regexp --fixed-strings -- "$word" <<<"$known" ||
          fail "there is no station $word here; there are: $(tr '\n' ' ' <<<"$known")"
        wanted+="$word"$'\n'
        ;;
    esac
  done
  while read -r word; do
    if grep --quiet --line-regexp --fixed-strings -- "$word" <<<"$wanted"; then printf '%s\n' "$word"; fi
  done <<<"$known"
}

# on STATION COMMAND...: runs it there, as root.
on() {
  local address
  address=$(fact_of "$1" address)
  shift
  ssh -o ConnectTimeout=10 -o BatchMode=yes "root@$address" -- "$@"
}
