# What modules find in `config.lib` beside `lib.hm`.
{ config, lib, ... }:
let
  unknown = import ../../declare/unknown.nix;
in
{
  config.lib = {
    # Without packages for nixGL nothing is wrapped.
    nixGL =
      let
        wrap =
          what: package:
          if config.nixGL.packages == null then package else unknown "config.lib.nixGL.${what}";
      in
      {
        wrap = wrap "wrap";
        wrapOffload = wrap "wrapOffload";
        wrappers = lib.genAttrs [
          "mesa"
          "mesaPrime"
          "nvidia"
          "nvidiaPrime"
        ] wrap;
      };
    xdg.mimeAssociations = unknown "config.lib.xdg.mimeAssociations";
    bash.initHomeManagerLib = unknown "config.lib.bash.initHomeManagerLib";
    formats.rasi.mkLiteral = value: {
      _type = "literal";
      inherit value;
    };
    htop = import ../htop.nix;
  };
}
