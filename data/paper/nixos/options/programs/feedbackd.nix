{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.feedbackd;
}
