{ list = import ./list.nix; }
