{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.python3.pkgs.notebook;
}
