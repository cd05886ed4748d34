#!/usr/bin/env bash
# Installs NixOS on a new machine that runs an installer: install HOST ADDRESS. THE DISK IS ERASED.
#
# The key of the host is made here first.
# So its secrets can be encrypted for it before it exists, and it can read them when it starts for the first time.
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "usage: install HOST ADDRESS" >&2
  exit 2
fi
host=$1
address=$2

keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT
install -d -m 755 "$keys/etc/ssh"
ssh-keygen -q -t ed25519 -N "" -C "root@$host" -f "$keys/etc/ssh/ssh_host_ed25519_key"
recipient=$(ssh-to-age <"$keys/etc/ssh/ssh_host_ed25519_key.pub")

if [ -e "hosts/$host/secrets.yaml" ]; then
  echo "The new key of $host is $recipient"
  echo "Put it into .sops.yaml in place of the old one, and press Enter."
  read -r
  if ! grep -qF "$recipient" .sops.yaml; then
    echo ".sops.yaml does not have it." >&2
    exit 1
  fi
  sops updatekeys --yes "hosts/$host/secrets.yaml"
fi

read -r -p "Everything on the disk of $address will be erased. Type '$host' to go on: " answer
[ "$answer" = "$host" ]

nixos-anywhere --flake ".#$host" --extra-files "$keys" "root@$address"
echo "$host is installed. Commit .sops.yaml and the secrets, and the address in fleet.nix."
