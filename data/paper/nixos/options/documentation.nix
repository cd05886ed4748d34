{
  config,
  lib,
  options,
  pkgs,
}:
{
  "man.man-db.enable" = config.documentation.man.enable;
  "man.man-db.package" = pkgs.man-db;
  "man.mandoc.cachePath" = config.documentation.man.mandoc.manPath;
  "man.mandoc.package" = pkgs.mandoc;
}
