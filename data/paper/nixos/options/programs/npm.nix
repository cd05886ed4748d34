{
  config,
  lib,
  options,
  pkgs,
}:
{
  "npmrc" = ''
  prefix = ''${HOME}/.npm
'';
  "package" = pkgs.nodePackages.npm;
}
