{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.notmuch;
}
