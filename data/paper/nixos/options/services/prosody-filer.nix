{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings" = let inherit (lib) mkDefault; in
{
  listenport = mkDefault "127.0.0.1:5050";
  uploadSubDir = mkDefault "upload/";
};
}
