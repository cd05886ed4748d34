{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.dataDir" = name: "/var/lib/blockbook-frontend-${name}";
  "<name>.group" = name: "blockbook-frontend-${name}";
  "<name>.package" = name: pkgs.blockbook;
  "<name>.user" = name: "blockbook-frontend-${name}";
}
