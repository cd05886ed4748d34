{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flarum;
}
