# @if secrets@
# Run by the wrapper of OpenTofu before each command: what it may know comes from shared/secrets/hetzner.yaml, into the
# environment of the one process that needs it.
secrets="$(git rev-parse --show-toplevel)/shared/secrets/hetzner.yaml"

if [ -z "${TF_VAR_hcloud_token:-}" ]; then
  TF_VAR_hcloud_token="$(sops --decrypt --extract '["hcloud_token"]' "$secrets")"
  export TF_VAR_hcloud_token
fi

# The state is encrypted before it is written, so that it can be committed: without it, OpenTofu does not know its servers.
if [ -z "${TF_ENCRYPTION:-}" ]; then
  passphrase="$(sops --decrypt --extract '["state_passphrase"]' "$secrets")"
  TF_ENCRYPTION="$(
    cat << STATE
key_provider "pbkdf2" "operators" {
  passphrase = "$passphrase"
}
method "aes_gcm" "operators" {
  keys = key_provider.pbkdf2.operators
}
state {
  method   = method.aes_gcm.operators
  enforced = true
}
plan {
  method   = method.aes_gcm.operators
  enforced = true
}
STATE
  )"
  export TF_ENCRYPTION
fi
# @else@
# Run by the wrapper of OpenTofu before each command. This fleet keeps no secrets: the token comes from your environment.
: "${TF_VAR_hcloud_token:?a token of Hetzner Cloud: export TF_VAR_hcloud_token=…}"
# @end@
