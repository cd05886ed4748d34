# What follows from the options of `home`, as far as it is exactly known.
{ config, lib, ... }:
let
  inherit (lib) mkDefault;
  cfg = config.home;
  isOld = lib.versionOlder cfg.stateVersion "20.09";

  categories = lib.mapAttrs' (category: value: {
    name = if category == "base" then "LANG" else "LC_${lib.toUpper category}";
    inherit value;
  }) cfg.language;
in
{
  config = {
    _module.args = {
      osConfig = mkDefault null;
      nixosConfig = mkDefault null;
      darwinConfig = mkDefault null;
    };

    home = {
      username = lib.mkIf isOld (mkDefault (builtins.getEnv "USER"));
      homeDirectory = lib.mkIf isOld (mkDefault (builtins.getEnv "HOME"));

      profileDirectory =
        if config.submoduleSupport.enable && config.submoduleSupport.externalPackageInstall then
          "/etc/profiles/per-user/${cfg.username}"
        else if config.nix.enable && (config.nix.settings.use-xdg-base-directories or false) then
          "${config.xdg.stateHome}/nix/profile"
        else
          "${cfg.homeDirectory}/.nix-profile";

      sessionVariables = lib.filterAttrs (_: value: value != null) categories;

      # What writes to the home comes behind it.
      activation.writeBoundary = lib.hm.dag.entryAnywhere "";
    };

    programs.bash.shellAliases = cfg.shellAliases;
    programs.fish.shellAliases = cfg.shellAliases;
    programs.zsh.shellAliases = cfg.shellAliases;

    assertions = [
      {
        assertion = cfg.username != "";
        message = "Username could not be determined";
      }
      {
        assertion = cfg.homeDirectory != "";
        message = "Home directory could not be determined";
      }
    ];

    warnings =
      let
        release = cfg.version.release;
      in
      lib.optional (cfg.enableNixpkgsReleaseCheck && release != lib.trivial.release) ''
        You are using

          Home Manager version ${release} and
          Nixpkgs version ${lib.trivial.release}.

        Using mismatched versions is likely to cause errors and unexpected
        behavior. It is therefore highly recommended to use a release of Home
        Manager that corresponds with your chosen release of Nixpkgs.

        If you insist then you can disable this warning by adding

          home.enableNixpkgsReleaseCheck = false;

        to your configuration.
      '';
  };
}
