#!/usr/bin/env bash
# Takes a machine back to the generation before: rollback HOST
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: rollback HOST" >&2
  exit 2
fi

entry=$(nix eval --json --file fleet.nix "hosts.\"$1\"")
address=$(jq --raw-output .address <<<"$entry")
profile=/nix/var/nix/profiles/system

case $(jq --raw-output .kind <<<"$entry") in
  nixos) activate="$profile/bin/switch-to-configuration switch" ;;
  darwin) activate="$profile/activate" ;;
esac
# shellcheck disable=SC2029 # both are known here, and mean the same there
ssh "$address" "sudo nix-env --profile $profile --rollback && sudo $activate"
