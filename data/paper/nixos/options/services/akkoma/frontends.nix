{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = {
  primary = {
    package = pkgs.akkoma-frontends.akkoma-fe;
    name = "akkoma-fe";
    ref = "stable";
  };
  admin = {
    package = pkgs.akkoma-frontends.admin-fe;
    name = "admin-fe";
    ref = "stable";
  };
};
}
