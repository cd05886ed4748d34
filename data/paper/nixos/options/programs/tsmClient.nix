{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tsm-client;
  "servers.<name>.servername" = name: "${name}";
}
