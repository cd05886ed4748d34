{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.legit-web;
  "settings.dirs.static" = "${pkgs.legit-web}/lib/legit/static";
  "settings.dirs.templates" = "${pkgs.legit-web}/lib/legit/templates";
}
