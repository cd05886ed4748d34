# Python, with uv for projects and libraries at hand for scripts.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.development.python;
in
{
  options.@namespace@.development.python = {
    enable = lib.mkEnableOption "Python with uv, pydantic and httpx";

    package = lib.mkPackageOption pkgs "python3" { };

    libraries = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "httpx"
        "pydantic"
      ];
      description = "Libraries, by their names in nixpkgs, that scripts can import without a project.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment = {
      systemPackages = [
        (cfg.package.withPackages (libraries: lib.attrVals cfg.libraries libraries))
        pkgs.ruff
        pkgs.uv
      ];

      # Nix brings the interpreter; one that uv fetches would not run on NixOS.
      variables.UV_PYTHON_DOWNLOADS = "never";
    };
  };
}
