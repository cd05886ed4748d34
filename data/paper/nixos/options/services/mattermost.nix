{
  config,
  lib,
  options,
  pkgs,
}:
{
  "matterircd.package" = pkgs.matterircd;
  "package" = pkgs.mattermost;
}
