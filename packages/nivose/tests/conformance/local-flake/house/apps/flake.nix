# the flake that is asked: its inputs are siblings, sources, and what siblings have
{
  inputs = {
    pkgs.url = "github:example/pkgs/release-1";
    # named differently from its repository
    homes = {
      url = "github:example/hm";
      inputs.pkgs.follows = "pkgs";
    };
    base = {
      url = "path:../base";
      inputs.pkgs.follows = "pkgs";
      inputs.homes.follows = "homes";
    };
    tools = {
      url = "path:../tools";
      # through another input, and to nowhere
      inputs.base.follows = "base";
      inputs.pkgs.follows = "base/pkgs";
      inputs.lib.follows = "";
      # elsewhere, as seen from here
      inputs.given.url = "path:../given";
    };
    again.follows = "tools/plain";
    plain = {
      url = "path:../plain";
      flake = false;
    };
    own.url = "path:../own";
    written = {
      type = "path";
      path = "../given";
    };
  };

  outputs =
    inputs@{ self, again, ... }:
    {
      name = "apps of ${builtins.readFile "${again}/text"}";
      tree = import ../tree.nix { inherit self; };
      sources = {
        flake = self.sourceInfo // {
          inherit (self) outPath;
        };
        pkgs = inputs.pkgs.sourceInfo;
        homes = inputs.homes.sourceInfo;
      };
    };
}
