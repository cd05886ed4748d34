#!/usr/bin/env bash
# Holds every secret against its schema: is it there, is it long enough, has it the right form, is it due for a new value?
# Values are never printed.
set -euo pipefail

status=0
now=$(date +%s)
schemas=$(nix eval --json .#lib.secretSchemas)

while read -r host; do
  file=hosts/$host/secrets.yaml
  [ -e "$file" ] || continue
  problems=$(sops decrypt --output-type json "$file" | jq --raw-output --arg host "$host" --argjson schema "$(jq --arg host "$host" '.[$host]' <<<"$schemas")" '
    . as $values | $schema | to_entries[] | .key as $name | .value as $is | ($values[$name] // "" | tostring) as $value
    | if $value == "" then "\($host): \($name) is missing"
      elif ($value | length) < $is.minLength then "\($host): \($name) is shorter than \($is.minLength)"
      elif ($value | test("\\A(" + $is.pattern + ")\\s*\\z") | not) then "\($host): \($name) does not have the form \($is.pattern)"
      else empty end
  ')
  if [ -n "$problems" ]; then
    echo "$problems"
    status=1
  fi
  # Names are in clear in the file, so Git knows when a value last changed.
  jq --raw-output --arg host "$host" '.[$host] | to_entries[] | select(.value.rotateAfterDays) | "\(.key) \(.value.rotateAfterDays)"' <<<"$schemas" |
    while read -r name days; do
      changed=$(git log -1 --format=%ct -G"^$name:" -- "$file")
      if [ -n "$changed" ] && [ $((now - changed)) -gt $((days * 86400)) ]; then
        echo "$host: $name is older than $days days: secrets-rotate $host $name"
      fi
    done
done < <(jq --raw-output 'keys[]' <<<"$schemas")
exit $status
