# A machine that somebody works at. The tools are in the home: see home/development.
{
  config,
  lib,
  pkgs,
  ...
}:
{
  config = lib.mkIf config.homelab.roles.development.enable {
    # Programs that were built elsewhere (wheels of Python, binaries of npm) find a loader.
    programs.nix-ld.enable = true;

    # Shells of direnv survive the garbage collection.
    nix.settings.keep-derivations = true;

    fonts.packages = [ pkgs.jetbrains-mono ];

    documentation.dev.enable = true;
  };
}
