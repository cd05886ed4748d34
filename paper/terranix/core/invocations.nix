# Scripts that call Terraform with a configuration.
{
  pkgs,
  terraformConfiguration,
  terraformWrapper ? pkgs.terraform,
  prefixText ? "",
}:
let
  script =
    name:
    pkgs.writeShellApplication {
      inherit name;
      runtimeInputs = [ terraformWrapper ];
      text = ''
        ${prefixText}
        ln -sf ${terraformConfiguration} config.tf.json
        terraform init
        terraform ${name}
      '';
    };
  scripts = {
    apply = script "apply";
    destroy = script "destroy";
  };
  programs = builtins.mapAttrs (_: program: { inherit program; }) scripts;
in
{
  inherit scripts;
  apps = programs // {
    default = programs.apply;
  };
  devShells.default = pkgs.mkShell {
    buildInputs = builtins.attrValues scripts ++ [ terraformWrapper ];
  };
}
