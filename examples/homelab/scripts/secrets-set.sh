#!/usr/bin/env bash
# Puts a secret into the file of a host: secrets-set HOST NAME, with the value on standard input. So it can come from any
# other keeper of secrets:
#
#   op read op://home/restic/password | secrets-set HOST restic-password
#   pass show restic                  | secrets-set HOST restic-password
#   vault kv get -field=value kv/wifi | secrets-set HOST wifi
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "usage: secrets-set HOST NAME <VALUE" >&2
  exit 2
fi

VALUE=$(cat)
export VALUE NAME=$2
if [ -z "$VALUE" ]; then
  echo "standard input is empty" >&2
  exit 1
fi

# SOPS hands its editor the decrypted file. The value goes there by the environment, never as an argument.
EDITOR='yq --inplace ".[strenv(NAME)] = strenv(VALUE)"' sops "hosts/$1/secrets.yaml" || [ $? -eq 200 ]
