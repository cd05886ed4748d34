# Where Terraform keeps its state, and states of others that are read.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;

  text = mkOption { type = types.str; };
  perhaps = mkOption {
    type = types.nullOr types.str;
    default = null;
  };
  kinds = {
    local.path = text;
    s3 = {
      bucket = text;
      key = text;
      region = text;
    };
    etcd = {
      path = text;
      endpoints = text;
      username = perhaps;
      password = perhaps;
    };
  };
  settings = lib.mapAttrs (_: options: types.submodule { inherit options; }) kinds;

  names = lib.attrNames kinds;
  used = lib.filter (name: config.backend.${name} != null) names;
  states = lib.concatMap (name: lib.attrNames config.remote_state.${name}) names;
in
{
  options = {
    backend = lib.mapAttrs (
      _: type:
      mkOption {
        type = types.nullOr type;
        default = null;
      }
    ) settings;
    remote_state = lib.mapAttrs (
      _: type:
      mkOption {
        type = types.attrsOf type;
        default = { };
      }
    ) settings;
  };

  config = lib.mkMerge [
    (lib.mkAssert (lib.length used < 2) "You defined multiple backends, stick to one!" (
      lib.mkMerge (
        map (
          name:
          lib.mkIf (config.backend.${name} != null) { terraform.backend.${name} = config.backend.${name}; }
        ) names
      )
    ))
    (lib.mkAssert (lib.unique states == states)
      "You defined multiple terraform_states with the same name!"
      (
        lib.mkMerge (
          map (
            backend:
            lib.mkIf (config.remote_state.${backend} != { }) {
              data.terraform_remote_state = lib.mapAttrs (_: config: {
                inherit backend config;
              }) config.remote_state.${backend};
            }
          ) names
        )
      )
    )
  ];
}
