_: import ../../declare/unknown.nix "options of units of systemd"
