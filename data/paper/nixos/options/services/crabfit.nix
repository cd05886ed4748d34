{
  config,
  lib,
  options,
  pkgs,
}:
{
  "api.package" = pkgs.crabfit-api;
  "frontend.package" = pkgs.crabfit-frontend;
}
