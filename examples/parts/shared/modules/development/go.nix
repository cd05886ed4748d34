# Go with its language server, debugger and linters.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.mxmlabs.development.go;
in
{
  options.mxmlabs.development.go = {
    enable = lib.mkEnableOption "Go and its tools";

    package = lib.mkPackageOption pkgs "go" { };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      cfg.package
      pkgs.delve
      pkgs.golangci-lint
      pkgs.gopls
    ];
  };
}
