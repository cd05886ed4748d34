{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.logstash;
}
