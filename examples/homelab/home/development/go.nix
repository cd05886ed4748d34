# Go.
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
  options.homelab.development.go.enable = lib.mkEnableOption "Go" // {
    default = cfg.enable;
    defaultText = lib.literalMD "whether the machine is for development";
  };

  config = lib.mkIf cfg.go.enable {
    home = {
      packages = [
        pkgs.delve
        pkgs.go
        pkgs.golangci-lint
        pkgs.gopls
      ];
      sessionVariables.GOPATH = "$HOME/.local/share/go";
    };
  };
}
