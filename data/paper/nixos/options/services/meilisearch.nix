{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.meilisearch;
}
