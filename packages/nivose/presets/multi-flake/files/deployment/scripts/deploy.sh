# deploy [--action ACTION] STATION... | @TAG... | --all
#
# ACTION is switch (the default), boot, test, dry-activate, build or rollback. Stations are taken wave by wave, and the first
# that fails ends it: the later ones stay as they are. $repository is the source of all flakes.

action=switch
if [ "${1-}" = --action ]; then
  [ $# -ge 2 ] || fail "--action needs one of switch, boot, test, dry-activate, build, rollback"
  action=$2
  shift 2
fi
case $action in
  switch | boot | test | dry-activate | build | rollback) ;;
  *) fail "there is no action $action" ;;
esac

profile=/nix/var/nix/profiles/system

# The toplevel of a station, built here.
build() {
  nix --extra-experimental-features 'nix-command flakes' build --no-link --print-out-paths \
    "path:$repository?dir=$(flake_of "$1")#nixosConfigurations.\"$1\".config.system.build.toplevel"
}

# Takes a station to a system that it already has, and asks over a new connection whether it still answers.
activate() {
  on "$1" "$profile/bin/switch-to-configuration" switch || return
  on "$1" true
}

deploy() {
  local station=$1 system
  if [ "$action" = rollback ]; then
    on "$station" nix-env --profile "$profile" --rollback || return
    activate "$station"
    return
  fi
  system=$(build "$station") || return
  printf '%s is %s\n' "$station" "$system"
  if [ "$action" = build ]; then return; fi
  nix --extra-experimental-features nix-command copy --substitute-on-destination \
    --to "ssh-ng://root@$(address_of "$station")" "$system" || return
  case $action in
    switch)
      on "$station" nix-env --profile "$profile" --set "$system" || return
      activate "$station"
      ;;
    boot)
      on "$station" nix-env --profile "$profile" --set "$system" || return
      on "$station" "$system/bin/switch-to-configuration" boot
      ;;
    *) on "$station" "$system/bin/switch-to-configuration" "$action" ;;
  esac
}

stations=$(stations_of "$@")
[ -n "$stations" ] || fail "no station here has such a tag"
for station in $stations; do
  printf '== %s: %s\n' "$station" "$action"
  deploy "$station" || fail "$station failed, and what comes after it was left alone; back with --action rollback $station"
done
