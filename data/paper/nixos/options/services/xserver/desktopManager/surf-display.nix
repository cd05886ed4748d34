{
  config,
  lib,
  options,
  pkgs,
}:
{
  "defaultWwwUri" = "${pkgs.surf-display}/share/surf-display/empty-page.html";
}
