#!/usr/bin/env bash
# Gives a password of a host a new random value: secrets-rotate HOST NAME. What uses it elsewhere has to learn it, too: for
# the backup, see docs/backup.md before you do this.
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "usage: secrets-rotate HOST NAME" >&2
  exit 2
fi

kind=$(nix eval --raw ".#lib.secretSchemas.\"$1\".\"$2\".kind")
if [ "$kind" != password ]; then
  echo "$2 is a $kind: it cannot be made up here. Use secrets-set." >&2
  exit 1
fi

VALUE=$(head -c 4096 /dev/urandom | base64 --wrap=0 | tr -dc 'A-Za-z0-9' | head -c 40 || true)
export VALUE NAME=$2
EDITOR='yq --inplace ".[strenv(NAME)] = strenv(VALUE)"' sops "hosts/$1/secrets.yaml"
# A new data key as well: whoever had the old one can read nothing that is written from now on.
sops rotate --in-place "hosts/$1/secrets.yaml"
