{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.snixembed;
}
