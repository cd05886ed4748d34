# backup [--list] STATION... | @TAG... | --all
#
# Starts the backup of each station and waits for it; with --list only tells of the snapshots that there are.

list=false
if [ "${1-}" = --list ]; then
  list=true
  shift
fi

stations=$(stations_of "$@")
[ -n "$stations" ] || fail "no station here has such a tag"
failed=""
for station in $stations; do
  printf '== %s\n' "$station"
  if ! on "$station" systemctl cat restic-backups-station.service >/dev/null 2>&1; then
    printf 'has no backup, or does not answer\n'
    failed+=" $station"
    continue
  fi
  if [ "$list" = false ] && ! on "$station" systemctl start restic-backups-station.service; then
    printf 'the backup failed: journalctl --unit restic-backups-station on the station tells why\n'
    failed+=" $station"
    continue
  fi
  # A wrapper that knows the repository and the password comes with the module.
  on "$station" restic-station snapshots --latest 3 || failed+=" $station"
done
[ -z "$failed" ] || fail "not all is well with$failed"
