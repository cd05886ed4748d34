{
  config,
  lib,
  options,
  pkgs,
}:
{
  "storage" = {
  "file" = {
    root = "${config.services.bluemap.webRoot}/maps";
  };
};
  "webappSettings" = {
  enabled = true;
  webroot = config.services.bluemap.webRoot;
};
}
