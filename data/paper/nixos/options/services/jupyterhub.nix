{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jupyterhubEnv" = pkgs.python3.withPackages (p: with p; [
  jupyterhub
  jupyterhub-systemdspawner
]);
  "jupyterlabEnv" = pkgs.python3.withPackages (p: with p; [
  jupyterhub
  jupyterlab
]);
}
