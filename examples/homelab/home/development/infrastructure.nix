# Infrastructure as code. Terraform is not free software any more; OpenTofu is, and reads the same files.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab.development;
in
{
  options.homelab.development.infrastructure.enable =
    lib.mkEnableOption "tools for infrastructure as code"
    // {
      default = cfg.enable;
      defaultText = lib.literalMD "whether the machine is for development";
    };

  config = lib.mkIf cfg.infrastructure.enable {
    home.packages = [
      pkgs.ansible
      pkgs.opentofu
      pkgs.terraform
      pkgs.terraform-ls
      pkgs.tflint
    ];
  };
}
