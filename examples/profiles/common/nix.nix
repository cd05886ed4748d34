# Nix itself, the same on every machine. When garbage is collected differs by platform, and is in `modules/`.
{
  nix = {
    settings = {
      experimental-features = [
        "nix-command"
        "flakes"
      ];
      # A cache that does not answer must not keep a machine from being updated.
      connect-timeout = 5;
      fallback = true;
    };
    gc = {
      automatic = true;
      options = "--delete-older-than 30d";
    };
    optimise.automatic = true;
  };
}
