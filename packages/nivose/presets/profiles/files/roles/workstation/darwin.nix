# Somebody sits in front of it.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.roles.workstation;
in
{
  options.@ns@.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config = lib.mkIf cfg.enable {
    fonts.packages = [
      pkgs.jetbrains-mono
      pkgs.noto-fonts
    ];

    # The counterparts of what `modules/nixos/desktop.nix` installs.
    @ns@.homebrew = {
      enable = true;
      casks = [
        "firefox"
        "libreoffice"
      ];
    };
  };
}
