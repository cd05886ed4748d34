# A home without a system around it.
{
  modules ? [ ],
  pkgs,
  lib ? pkgs.lib,
  extraSpecialArgs ? { },
  check ? true,
  ...
}@arguments:
let
  removed = lib.filter (name: arguments.${name} or null != null) [
    "configuration"
    "username"
    "homeDirectory"
    "stateVersion"
    "extraModules"
    "system"
  ];
in
lib.throwIf (removed != [ ])
  ''
    The 'homeManagerConfiguration' arguments

      - 'configuration',
      - 'username',
      - 'homeDirectory'
      - 'stateVersion',
      - 'extraModules', and
      - 'system'

    have been removed. Instead use the arguments 'pkgs' and
    'modules'. See the 22.11 release notes for more: https://nix-community.github.io/home-manager/release-notes.xhtml#sec-release-22.11-highlights


    Deprecated args passed: ${lib.concatStringsSep " " removed}''
  (
    import ./modules {
      inherit
        check
        extraSpecialArgs
        lib
        pkgs
        ;
      configuration = {
        imports = modules ++ [
          {
            _file = ./standalone.nix;
            programs.home-manager.path = toString ./.;
          }
        ];
        nixpkgs = {
          config = lib.mkDefault pkgs.config;
          inherit (pkgs) overlays;
        };
      };
    }
  )
