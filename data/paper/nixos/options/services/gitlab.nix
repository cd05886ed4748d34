{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backup.path" = config.services.gitlab.statePath + "/backup";
  "host" = config.networking.hostName;
  "packages.gitaly" = pkgs.gitaly;
  "packages.gitlab" = pkgs.gitlab;
  "packages.gitlab-shell" = pkgs.gitlab-shell;
  "packages.gitlab-workhorse" = pkgs.gitlab-workhorse;
  "packages.pages" = pkgs.gitlab-pages;
  "registry.defaultForProjects" = config.services.gitlab.registry.enable;
  "registry.host" = config.services.gitlab.host;
}
