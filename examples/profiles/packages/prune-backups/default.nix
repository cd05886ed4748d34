# Clients can only add to their backups. This removes old ones, from the side of the server, for an operator who can read the
# passwords.
{
  hosts,
  lib,
  openssh,
  sops,
  writeShellApplication,
}:
let
  fleet = import ../../lib/fleet.nix { inherit hosts; };
in
writeShellApplication {
  name = "prune-backups";
  runtimeInputs = [
    openssh
    sops
  ];
  text = ''
    server=${lib.escapeShellArg hosts.${fleet.backupServer}.address}

    clients=(${lib.escapeShellArgs fleet.backupClients})

    for host in "''${clients[@]}"; do
      echo "prune-backups: $host" >&2
      # shellcheck disable=SC2029 # the name of the host is meant to be filled in here
      sops decrypt --extract '["password"]' "secrets/backup/$host.yaml" |
        ssh "root@$server" runuser -u restic -- restic --repo "/srv/backup/$host" --password-file /dev/stdin \
          forget --prune --keep-daily 7 --keep-weekly 5 --keep-monthly 12
    done
  '';
  meta.description = "Removes old backups of every machine, keeping a week of days, five weeks and a year of months";
}
