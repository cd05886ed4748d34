import ../f.nix
