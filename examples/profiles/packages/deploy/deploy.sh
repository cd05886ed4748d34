# deploy HOST... | --all | --rollback HOST...
#
# The new system is activated first, without becoming the one that the machine starts. Only if the machine still answers to a
# new connection, it does. If not, a reboot brings back the system from before.

log_in() {
  # shellcheck disable=SC2029 # the command is meant to be put together here
  ssh -o ConnectTimeout=20 -o ControlPath=none "root@$1" -- "${@:2}"
}

update() {
  address=$(address_of "$1")
  echo "deploy: $1" >&2
  nixos-rebuild test --flake ".#$1" --target-host "root@$address"
  if ! log_in "$address" true; then
    echo "deploy: $1 does not answer any more. The system from before is still the one that it starts: reboot it." >&2
    return 1
  fi
  nixos-rebuild switch --flake ".#$1" --target-host "root@$address"
}

roll_back() {
  address=$(address_of "$1")
  echo "deploy: $1 goes back to its system from before" >&2
  log_in "$address" nix-env --profile /nix/var/nix/profiles/system --rollback
  log_in "$address" /nix/var/nix/profiles/system/bin/switch-to-configuration switch
}

action=update
hosts=()
for word in "$@"; do
  case $word in
  --all) hosts=("${everybody[@]}") ;;
  --rollback) action=roll_back ;;
  -*)
    echo "usage: deploy [--rollback] HOST... | --all" >&2
    exit 2
    ;;
  *) hosts+=("$word") ;;
  esac
done
if [ "${#hosts[@]}" -eq 0 ]; then
  echo "usage: deploy [--rollback] HOST... | --all" >&2
  exit 2
fi

if [ -n "$(git status --porcelain)" ]; then
  echo "deploy: there are changes that are not committed; the machine will not know what it runs" >&2
fi

for host in "${hosts[@]}"; do "$action" "$host"; done
