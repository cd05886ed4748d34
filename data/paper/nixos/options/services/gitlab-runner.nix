{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clear-docker-cache.package" = config.virtualisation.docker.package;
  "package" = pkgs.gitlab-runner;
}
