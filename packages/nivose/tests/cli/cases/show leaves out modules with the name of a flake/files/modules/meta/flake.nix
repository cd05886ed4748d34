{ flake.meta.owner = "me"; }
