# The packages of a Mac: given, or imported for its platform.
{
  config,
  lib,
  options,
  ...
}:
let
  cfg = config.nixpkgs;
  opt = options.nixpkgs;

  platform =
    if !opt.hostPlatform.isDefined then
      { localSystem = { inherit (cfg) system; }; }
    else if cfg.buildPlatform.system == cfg.hostPlatform.system then
      { localSystem = cfg.hostPlatform; }
    else
      {
        localSystem = cfg.buildPlatform;
        crossSystem = cfg.hostPlatform;
      };
  imported = import cfg.source ({ inherit (cfg) config overlays; } // platform);
  packages = if opt.pkgs.isDefined then cfg.pkgs.appendOverlays cfg.overlays else imported;

  defaultPriority = (lib.mkOptionDefault { }).priority;
  isSet = option: option.highestPrio < (lib.mkDefault { }).priority;
  given = lib.filter (option: option.isDefined && option.highestPrio < defaultPriority) [
    opt.hostPlatform
    opt.buildPlatform
  ];
in
{
  config = {
    _module.args.pkgs = lib.mkOverride lib.modules.defaultOverridePriority packages;

    nixpkgs.constructedByUs = !opt.pkgs.isDefined;

    assertions = [
      {
        assertion = cfg.constructedByUs && given != [ ] -> !isSet opt.system;
        message = ''
          Your system configures nixpkgs with the platform parameter${
            lib.optionalString (lib.length given > 1) "s"
          }:
          ${lib.concatMapStrings lib.showOptionWithDefLocs given}
          However, it also defines the legacy options:
          ${lib.showOptionWithDefLocs opt.system}
          For a future proof system configuration, we recommend to remove
          the legacy definitions.
        '';
      }
    ];
  };
}
