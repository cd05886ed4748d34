# Attributes of packages that are known, or that configurations call: by the attribute path of the package.
{
  lib,
  make,
  pkgs,
  ...
}:
let
  # A function that is given a set of packages and says which of them are wanted.
  choosing =
    label: name: set: choose:
    make {
      inherit label name;
      kind = "${label}.withPackages";
      given = _: { packages = if lib.isFunction choose then choose set else choose; };
    };

  # An overlay over its packages is an argument of the interpreter itself.
  withOverlays =
    label: set:
    {
      reshaped =
        usual: change:
        if change ? packageOverrides then
          interpreter label (usual.pkgs.overrideScope change.packageOverrides)
        else
          { };
    }
    // interpreter label set;

  customized = label: {
    customize =
      given:
      make {
        inherit label;
        name = given.name or "vim";
        kind = "${label}.customize";
        given = _: given;
      };
  };

  interpreter = label: set: {
    pkgs = set;
    withPackages = choosing label label set;
    buildEnv = (import ../functions/builder.nix { inherit lib make; }) {
      label = "${label}.buildEnv";
      name = label;
    };
  };

  shell = program: { shellPath = "/bin/${program}"; };
in
{
  bash = shell "bash";
  bashInteractive = shell "bash";
  dash = shell "dash";
  elvish = shell "elvish";
  fish = shell "fish";
  ksh = shell "ksh";
  mksh = shell "mksh";
  nushell = shell "nu";
  oksh = shell "oksh";
  powershell = shell "pwsh";
  tcsh = shell "tcsh";
  xonsh = shell "xonsh";
  yash = shell "yash";
  zsh = shell "zsh";

  perl = interpreter "perl" pkgs.perlPackages;
  ruby = interpreter "ruby" pkgs.rubyPackages;
}
// lib.genAttrs [ "python3" "python311" "python312" "python313" "python310" "python39" ] (
  name: withOverlays name pkgs."${name}Packages"
)
// lib.genAttrs [ "vim-full" "vim_configurable" "vim-darwin" "vimHugeX" ] customized
// lib.genAttrs [ "emacs" "emacs29" "emacs30" "emacs-nox" "emacs-gtk" "emacs-pgtk" ] (
  name: interpreter name pkgs.emacsPackages
)
// lib.genAttrs [ "lua5_1" "lua5_2" "lua5_3" "lua5_4" "luajit" ] (
  name: interpreter name pkgs."${lib.replaceStrings [ "lua5_" ] [ "lua5" ] name}Packages"
)
