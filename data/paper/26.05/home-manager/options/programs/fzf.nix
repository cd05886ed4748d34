{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fzf;
}
