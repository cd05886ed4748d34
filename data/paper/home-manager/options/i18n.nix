{
  config,
  lib,
  options,
  pkgs,
}:
{
  "glibcLocales" = pkgs.glibcLocales;
}
