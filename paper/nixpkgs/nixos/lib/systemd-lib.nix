_: import ../../declare/unknown.nix "functions of units of systemd"
