{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fresh-editor;
}
