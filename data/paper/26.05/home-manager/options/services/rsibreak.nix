{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rsibreak;
}
