{
  config,
  lib,
  options,
  pkgs,
}:
{
  "delta.package" = pkgs.delta;
  "difftastic.package" = pkgs.difftastic;
  "package" = pkgs.git;
}
