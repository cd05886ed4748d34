{
  config,
  lib,
  options,
  pkgs,
}:
{
  "defaultSettings.extraFiles.<name>.target" = name: name;
  "package" = pkgs.obsidian;
  "vaults.<name>.settings.app" = name: config.programs.obsidian.defaultSettings.app;
  "vaults.<name>.settings.appearance" = name: config.programs.obsidian.defaultSettings.appearance;
  "vaults.<name>.settings.communityPlugins" = name: config.programs.obsidian.defaultSettings.communityPlugins;
  "vaults.<name>.settings.corePlugins" = name: config.programs.obsidian.defaultSettings.corePlugins;
  "vaults.<name>.settings.cssSnippets" = name: config.programs.obsidian.defaultSettings.cssSnippets;
  "vaults.<name>.settings.extraFiles.<name>.target" = name1: name: name;
  "vaults.<name>.settings.extraFiles" = name: config.programs.obsidian.defaultSettings.extraFiles;
  "vaults.<name>.settings.hotkeys" = name: config.programs.obsidian.defaultSettings.hotkeys;
  "vaults.<name>.settings.themes" = name: config.programs.obsidian.defaultSettings.themes;
  "vaults.<name>.target" = name: name;
}
