{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nextjs-ollama-llm-ui;
}
