#!/usr/bin/env bash
# Begins a new machine: new-host NAME nixos|darwin [SYSTEM]. Nothing that is there is overwritten.
set -euo pipefail

name=${1-}
kind=${2-}
case $kind in
  nixos) system=${3-x86_64-linux} ;;
  darwin) system=${3-aarch64-darwin} ;;
  *)
    echo "usage: new-host NAME nixos|darwin [SYSTEM]" >&2
    exit 2
    ;;
esac
if ! [[ $name =~ ^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$ ]]; then
  echo "'$name' is no host name" >&2
  exit 2
fi
if [ -e "hosts/$name" ]; then
  echo "hosts/$name is there already" >&2
  exit 1
fi

mkdir "hosts/$name"
for file in templates/"$kind"/*.nix; do
  sed "s/x86_64-linux/$system/" "$file" >"hosts/$name/${file##*/}"
done
# A flake does not see files that Git does not know.
git add --intent-to-add "hosts/$name"

cat <<ENTRY
hosts/$name is begun. Add this to fleet.nix:

    "$name" = {
      kind = "$kind";
      system = "$system";
      hardware = "any";
      address = "$name";
      users = [ ]; # names of users.nix; with none, nobody can log in
      wave = 1;
    };
ENTRY
