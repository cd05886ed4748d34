{
  config,
  lib,
  options,
  pkgs,
}:
{
  "appConfig.<name>.desktopID" = name: name;
}
