#!/usr/bin/env bash
# Updates machines, one wave after the other: deploy [--build-host HOST] [--dry-run] [--dirty] [HOST | @TAG]...
#
# Without names, all of them. A wave is built before any of its machines is touched, and the next one starts only if all is
# well. A NixOS machine goes back by itself if it cannot be reached after the switch, and so does one where a unit fails that
# did not before: nothing becomes the default of the next start until it has been seen to work.
set -euo pipefail

build_host=""
dry_run=false
dirty=false
wanted=()
while [ $# -gt 0 ]; do
  case $1 in
    --build-host)
      build_host=$2
      shift
      ;;
    --dry-run) dry_run=true ;;
    --dirty) dirty=true ;;
    -*)
      echo "usage: deploy [--build-host HOST] [--dry-run] [--dirty] [HOST | @TAG]..." >&2
      exit 2
      ;;
    *) wanted+=("$1") ;;
  esac
  shift
done

if ! $dirty && ! $dry_run && [ -n "$(git status --porcelain)" ]; then
  echo "There are changes that are not committed. Commit them, so that what runs can be found again, or say --dirty." >&2
  exit 1
fi

hosts=$(nix eval --json --file fleet.nix hosts)
waves=$(nix eval --json .#lib.waves)
seconds_to_confirm=600

of() { # of HOST ATTRIBUTE
  jq --raw-output --arg host "$1" --arg name "$2" '.[$host][$name] // ""' <<<"$hosts"
}

is_wanted() { # is_wanted HOST
  [ ${#wanted[@]} -eq 0 ] && return 0
  local each
  for each in "${wanted[@]}"; do
    case $each in
      @*)
        jq --exit-status --arg host "$1" --arg tag "${each#@}" '.[$host].tags // [] | index($tag)' <<<"$hosts" >/dev/null && return 0
        ;;
      "$1") return 0 ;;
    esac
  done
  return 1
}

# A new connection each time: one that was open before the switch would prove nothing.
on() { # on HOST COMMAND...
  local host=$1
  shift
  ssh -n -o ConnectTimeout=10 -o ControlMaster=no -o ControlPath=none "$(of "$host" address)" "$@"
}

output_of() { # output_of HOST
  case $(of "$1" kind) in
    nixos) echo ".#nixosConfigurations.\"$1\".config.system.build.toplevel" ;;
    darwin) echo ".#darwinConfigurations.\"$1\".system" ;;
  esac
}

# Macs build for themselves: nothing else here can.
builder_of() { # builder_of HOST
  if [ "$(of "$1" kind)" = darwin ]; then of "$1" address; else echo "$build_host"; fi
}

build() { # build HOST
  local builder
  builder=$(builder_of "$1")
  if [ -n "$builder" ]; then
    nix build --no-link --print-out-paths --eval-store auto --store "ssh-ng://$builder" "$(output_of "$1")"
  else
    nix build --no-link --print-out-paths "$(output_of "$1")"
  fi
}

send() { # send HOST SYSTEM
  local builder
  builder=$(builder_of "$1")
  if [ "$builder" = "$(of "$1" address)" ]; then
    return
  elif [ -n "$builder" ]; then
    nix copy --from "ssh-ng://$builder" --to "ssh-ng://$(of "$1" address)" "$2"
  else
    nix copy --substitute-on-destination --to "ssh-ng://$(of "$1" address)" "$2"
  fi
}

failed_units() { # failed_units HOST
  on "$1" systemctl list-units --state=failed --plain --no-legend | cut -d ' ' -f 1 | sort
}

switch_nixos() { # switch_nixos HOST SYSTEM
  local previous before after
  previous=$(on "$1" readlink -f /run/current-system)
  if [ "$previous" = "$2" ]; then
    echo "$1: is up to date"
    return
  fi
  before=$(failed_units "$1")

  # From here on the machine goes back by itself, unless it is told in time that all is well.
  on "$1" sudo systemd-run --quiet --collect --unit=deploy-rollback --on-active="$seconds_to_confirm" \
    "$previous/bin/switch-to-configuration" test
  on "$1" sudo systemd-run --quiet --collect --wait --unit=deploy-switch "$2/bin/switch-to-configuration" test || true

  if after=$(failed_units "$1") && [ -z "$(comm -13 <(echo "$before") <(echo "$after"))" ] &&
    [ "$(on "$1" readlink -f /run/current-system)" = "$2" ]; then
    on "$1" sudo systemctl stop deploy-rollback.timer
    on "$1" "sudo nix-env --profile /nix/var/nix/profiles/system --set '$2' && sudo '$2/bin/switch-to-configuration' boot"
    echo "$1: done"
    return
  fi

  echo "$1: something is wrong; going back to $previous" >&2
  comm -13 <(echo "$before") <(echo "${after-}") | sed 's/^/  failed: /' >&2
  on "$1" sudo systemctl start deploy-rollback.service || echo "$1: cannot be reached; it goes back by itself" >&2
  return 1
}

switch_darwin() { # switch_darwin HOST SYSTEM
  local previous
  previous=$(on "$1" readlink -f /run/current-system)
  if [ "$previous" = "$2" ]; then
    echo "$1: is up to date"
    return
  fi
  if on "$1" "sudo nix-env --profile /nix/var/nix/profiles/system --set '$2' && sudo '$2/activate'"; then
    echo "$1: done"
    return
  fi
  echo "$1: something is wrong; going back to $previous" >&2
  on "$1" "sudo nix-env --profile /nix/var/nix/profiles/system --set '$previous' && sudo '$previous/activate'"
  return 1
}

while read -r wave <&3; do
  names=()
  for host in $wave; do
    if is_wanted "$host"; then names+=("$host"); fi
  done
  [ ${#names[@]} -eq 0 ] && continue
  echo "wave: ${names[*]}"

  systems=()
  for host in "${names[@]}"; do systems+=("$(build "$host")"); done
  if $dry_run; then
    printf '  %s\n' "${systems[@]}"
    continue
  fi

  for index in "${!names[@]}"; do
    host=${names[$index]}
    send "$host" "${systems[$index]}"
    "switch_$(of "$host" kind)" "$host" "${systems[$index]}"
  done
done 3< <(jq --raw-output '.[] | join(" ")' <<<"$waves")
