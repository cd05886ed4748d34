_: import ../../declare/unknown.nix "types of units of systemd"
