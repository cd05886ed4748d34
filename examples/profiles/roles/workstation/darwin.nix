# Somebody sits in front of it.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.systems.roles.workstation;
in
{
  options.systems.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config = lib.mkIf cfg.enable {
    fonts.packages = [
      pkgs.jetbrains-mono
      pkgs.noto-fonts
    ];

    # The counterparts of what `modules/nixos/desktop.nix` installs.
    systems.homebrew = {
      enable = true;
      casks = [
        "firefox"
        "libreoffice"
      ];
    };
  };
}
