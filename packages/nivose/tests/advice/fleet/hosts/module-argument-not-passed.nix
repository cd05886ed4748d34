{ pkgs, inputs, ... }:
{
  environment.systemPackages = [ inputs.editor.packages.default ];
}
