{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.anvil-editor;
}
