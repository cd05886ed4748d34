# Python. Projects pin their own versions; this is for everything else.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab.development;
in
{
  options.homelab.development.python.enable = lib.mkEnableOption "Python" // {
    default = cfg.enable;
    defaultText = lib.literalMD "whether the machine is for development";
  };

  config = lib.mkIf cfg.python.enable {
    home = {
      packages = [
        pkgs.pyright
        pkgs.python3
        pkgs.ruff
        pkgs.uv
      ];
      # Interpreters come from Nix: those that uv would fetch do not run on NixOS.
      sessionVariables.UV_PYTHON_DOWNLOADS = "never";
    };
  };
}
