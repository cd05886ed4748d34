#!/usr/bin/env bash
# Saves the operator's age key, encrypted with a passphrase: backup-keys FILE. Whoever loses this key and the hosts' keys
# loses every secret. Keep FILE outside of the house, and the passphrase on paper.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: backup-keys FILE" >&2
  exit 2
fi
if [ -e "$1" ]; then
  echo "$1 is there already" >&2
  exit 1
fi

# Where sops looks for it.
settings=$HOME/.config
if [ "$(uname)" = Darwin ]; then settings="$HOME/Library/Application Support"; fi
keys=${SOPS_AGE_KEY_FILE:-${XDG_CONFIG_HOME:-$settings}/sops/age/keys.txt}
age --passphrase --armor --output "$1" "$keys"
echo "Saved. To get it back: age --decrypt --output keys.txt $1"
