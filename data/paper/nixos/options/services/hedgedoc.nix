{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hedgedoc;
}
