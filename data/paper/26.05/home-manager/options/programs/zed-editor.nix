{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zed-editor;
}
