# Nix itself: where builds come from, and what is cleared away.
{ lib, pkgs, ... }:
{
  nix = {
    # The inputs of the flake are what is used; nothing looks at channels.
    channel.enable = false;

    settings = {
      experimental-features = [
        "nix-command"
        "flakes"
      ];

      substituters = [ "https://nix-community.cachix.org" ];
      trusted-public-keys = [ "nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs=" ];

      # A cache that does not answer costs seconds, not the build.
      connect-timeout = 5;
      fallback = true;

      # A build host fetches from the caches by itself instead of through us.
      builders-use-substitutes = true;

      # Sources and build inputs outlive the garbage collection as long as what needs them.
      keep-outputs = lib.mkDefault true;

      # Free space by itself before a build fills the disk.
      min-free = 1024 * 1024 * 1024;
      max-free = 5 * 1024 * 1024 * 1024;

      warn-dirty = false;
    };

    gc = {
      automatic = true;
      options = "--delete-older-than 30d";
    };

    # Hard links in the background. `auto-optimise-store` does it during builds and has damaged stores on macOS.
    optimise.automatic = true;
  };

  environment.systemPackages = [ pkgs.git ];
}
