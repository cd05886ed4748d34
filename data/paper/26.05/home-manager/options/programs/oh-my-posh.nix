{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.oh-my-posh;
}
