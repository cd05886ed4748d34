#!/usr/bin/env bash
# How every machine is: what it runs, since when, and which units have failed.
set -euo pipefail

nix eval --json --file fleet.nix hosts | jq --raw-output 'to_entries[] | "\(.key) \(.value.address) \(.value.kind)"' |
  while read -r name address kind; do
    if ! system=$(ssh -n -o ConnectTimeout=5 -o BatchMode=yes "$address" readlink -f /run/current-system); then
      echo "$name: cannot be reached at $address"
      continue
    fi
    echo "$name: ${system#/nix/store/}"
    if [ "$kind" = nixos ]; then
      ssh -n "$address" systemctl list-units --state=failed --plain --no-legend | sed 's/^/  failed: /'
    fi
  done
