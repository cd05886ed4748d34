{
  config,
  lib,
  options,
  pkgs,
}:
{
  "haskell.hie.executablePath" = "${pkgs.hie-nix.hies}/bin/hie-wrapper";
  "mutableExtensionsDir" = (removeAttrs config.programs.vscode.profiles [ "default" ]) == { };
  "package" = pkgs.vscode;
}
