{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.meme-bingo-web;
}
