{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.joplin-desktop;
}
