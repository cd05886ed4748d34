{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.difftastic;
}
