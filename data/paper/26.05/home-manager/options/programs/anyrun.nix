{
  config,
  lib,
  options,
  pkgs,
}:
{
  "config.x" = {
  fraction = 0.5;
};
  "config.y" = {
  fraction = 0.0;
};
  "package" = pkgs.anyrun;
}
