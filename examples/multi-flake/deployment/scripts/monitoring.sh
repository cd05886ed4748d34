# monitoring [STATION... | @TAG...]
#
# Tells for each station, or for all of them, whether it answers, what failed there, how full its disk is, and when it was
# backed up. It asks the stations themselves, so it works when Prometheus does not.

# What is run on a station, whose shell it is that fills in what follows a `$`.
# shellcheck disable=SC2016
questions='
printf "up        %s\n" "$(uptime | sed "s/^ *//")"
printf "system    %s\n" "$(readlink -f /run/current-system)"
printf "disk      %s\n" "$(df --output=pcent / | tail -n 1)"
failed=$(systemctl list-units --failed --plain --no-legend | cut -d " " -f 1 | tr "\n" " ")
printf "failed    %s\n" "${failed:-nothing}"
backup=$(systemctl show --property ExecMainExitTimestamp --value restic-backups-station.service)
printf "backup    %s\n" "${backup:-none since it was started}"
test -z "$failed"
'

[ $# -gt 0 ] || set -- --all
stations=$(stations_of "$@")
[ -n "$stations" ] || fail "no station here has such a tag"
unwell=""
for station in $stations; do
  printf '== %s\n' "$station"
  on "$station" "$questions" || unwell+=" $station"
done
[ -z "$unwell" ] || fail "not all is well with$unwell"
