{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = let inherit (config) networking; in
"${networking.hostName}.${networking.domain}";
}
