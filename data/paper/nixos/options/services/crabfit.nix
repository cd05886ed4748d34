{
  config,
  lib,
  options,
  pkgs,
}:
{
  "api.package" = pkgs.crabfit-api;
  "frontend.finalDrv" = let cfg = config.services.crabfit; in
cfg.package.override {
  api_url = "https://${cfg.api.host}";
  frontend_url = cfg.frontend.host;
};
  "frontend.package" = pkgs.crabfit-frontend;
}
