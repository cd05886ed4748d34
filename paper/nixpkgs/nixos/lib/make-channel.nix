_: import ../../declare/unknown.nix "a channel"
