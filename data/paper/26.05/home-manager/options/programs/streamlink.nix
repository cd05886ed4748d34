{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.streamlink;
}
