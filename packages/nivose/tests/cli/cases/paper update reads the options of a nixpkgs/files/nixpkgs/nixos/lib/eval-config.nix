{ system, modules }:
let
  option = facts: facts // { _type = "option"; declarations = [ ../modules/web.nix ]; };
  type = name: description: {
    inherit name description;
  };
  bool = type "bool" "boolean";
  str = type "str" "string";
  submodule = options: type "submodule" "submodule" // { getSubOptions = path: options; };
  attrsOf =
    elemType: type "attrsOf" "attribute set of (${elemType.description})" // { nestedTypes = { inherit elemType; }; };
in
{
  options = {
    _module.args = option { };
    networking.hostName = option {
      type = str;
      default = "nixos";
    };
    services = {
      web.enable = option {
        type = bool;
        default = false;
      };
      web.user = option {
        type = str;
        defaultText = {
          _type = "literalExpression";
          text = "config.networking.hostName";
        };
      };
      web.group = option {
        type = str;
        defaultText = {
          _type = "literalMD";
          text = "whatever the user is in";
        };
      };
      web.sites = option {
        type = attrsOf (submodule {
          root = option {
            type = str;
            default = "/var/www/‹name›";
          };
        });
      };
      http.enable = option {
        type = type "unspecified" "unspecified value";
        visible = false;
        description = "Alias of {option}`services.web.enable`.";
        apply = _: throw "renamed";
      };
      web.fast = option {
        type = type "unspecified" "unspecified value";
        visible = false;
        apply = _: throw "The option `services.web.fast' can no longer be used since it's been removed. It always is.";
      };
      web.broken = option { type = throw "this type cannot be evaluated"; };
      broken = throw "these options cannot be evaluated";
    };
  };
}
