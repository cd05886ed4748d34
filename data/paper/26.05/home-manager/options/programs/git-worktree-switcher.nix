{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.git-worktree-switcher;
}
