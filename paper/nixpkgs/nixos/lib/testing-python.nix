_: import ../../declare/unknown.nix "a test of NixOS"
