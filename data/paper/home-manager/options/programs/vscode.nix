{
  config,
  lib,
  options,
  pkgs,
}:
{
  "haskell.hie.executablePath" = "${pkgs.hie-nix.hies}/bin/hie-wrapper";
  "package" = pkgs.vscode;
}
