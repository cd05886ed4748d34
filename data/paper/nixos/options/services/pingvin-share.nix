{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backend.package" = pkgs.pingvin-share.backend;
  "frontend.package" = pkgs.pingvin-share.frontend;
}
