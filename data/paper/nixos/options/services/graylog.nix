{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.graylog-5_1;
}
