{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nodejs;
}
