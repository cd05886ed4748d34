{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bazel-buildtools;
}
