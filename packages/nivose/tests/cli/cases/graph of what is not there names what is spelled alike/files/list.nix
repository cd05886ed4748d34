{ back = import ./lib.nix; }
