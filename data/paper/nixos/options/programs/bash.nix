{
  config,
  lib,
  options,
  pkgs,
}:
{
  "completion.package" = pkgs.bash-completion;
}
