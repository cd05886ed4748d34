{ hosts = import ../elsewhere.nix; }
