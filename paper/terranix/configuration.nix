# One configuration of Terraform, and what is made of it.
{
  terranix,
  pkgs,
  system,
}:
{
  config,
  name,
  lib,
  ...
}:
let
  inherit (lib) mkOption types;
  option = type: default: mkOption { inherit type default; };
  made = default: mkOption { inherit default; };

  wrapper = config.terraformWrapper;
  inherit (config) result;

  script =
    name: verbs:
    pkgs.writeShellApplication {
      inherit name;
      runtimeInputs = [ result.terraformWrapper ];
      text = ''
        mkdir -p ${config.workdir}
        ln -sf ${result.terraformConfiguration} ${config.workdir}/config.tf.json
        ${lib.concatMapStrings (verb: "${result.terraformWrapper.meta.mainProgram} ${verb}\n") verbs}
      '';
    };
in
{
  options = {
    terraformWrapper = {
      package = lib.mkPackageOption pkgs "terraform" { };
      extraRuntimeInputs = option (types.listOf types.package) [ ];
      prefixText = option types.lines "";
      suffixText = option types.lines "";
    };
    modules = option (types.listOf types.deferredModule) [ ];
    extraArgs = option (types.attrsOf types.anything) { };
    workdir = option types.str name;

    result = mkOption {
      readOnly = true;
      default = { };
      type = types.submodule {
        options = {
          terraformConfiguration = made (
            terranix.lib.terranixConfiguration {
              inherit system;
              inherit (config) extraArgs modules;
            }
          );
          terraformWrapper = option types.package (
            pkgs.writeShellApplication {
              name = wrapper.package.meta.mainProgram;
              runtimeInputs = [ wrapper.package ] ++ wrapper.extraRuntimeInputs;
              text = ''
                mkdir -p ${config.workdir}
                cd ${config.workdir}
                ${wrapper.prefixText}
                ${wrapper.package.meta.mainProgram} "$@"
                ${wrapper.suffixText}
              '';
            }
          );
          scripts = made {
            init = script "init" [ "init" ];
            apply = script "apply" [
              "init"
              "apply"
            ];
            plan = script "plan" [
              "init"
              "plan"
            ];
            destroy = script "destroy" [
              "init"
              "destroy"
            ];
          };
          app = made (
            result.scripts.apply.overrideAttrs {
              inherit name;
              passthru = result.scripts // {
                config = result.terraformConfiguration;
                terraform = result.terraformWrapper;
                terranixConfig = config;
              };
            }
          );
          devShell = made (
            pkgs.mkShell {
              buildInputs = lib.attrValues result.scripts ++ [ result.terraformWrapper ];
            }
          );
        };
      };
    };
  };
}
