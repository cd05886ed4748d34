{
  config,
  lib,
  options,
  pkgs,
}:
{
  "http.docRoot" = pkgs.snapweb;
  "package" = pkgs.snapcast;
}
