{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rectangle;
}
