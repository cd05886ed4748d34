{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.git-credential-keepassxc;
}
