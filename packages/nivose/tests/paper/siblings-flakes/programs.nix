# Configurations of programs: what is known of them is the same with the real flakes.
{
  lib,
  nixpkgs,
  flake-parts,
  treefmt-nix,
  git-hooks,
  terranix,
  deploy-rs,
}:
let
  pkgs = nixpkgs.legacyPackages.x86_64-linux;
  fails = value: !(builtins.tryEval (builtins.deepSeq value value)).success;

  formatted = {
    projectRootFile = "flake.nix";
    programs.nixfmt.enable = true;
    programs.nixfmt.excludes = [ "a.nix" ];
    programs.prettier.settings.semi = false;
    settings.global.excludes = [ "*.txt" ];
    settings.formatter.own = {
      command = "/bin/own";
      includes = [ "*" ];
      priority = 3;
    };
  };
  treefmt = (treefmt-nix.lib.evalModule pkgs formatted).config;
  treefmtFails = module: fails (treefmt-nix.lib.evalModule pkgs module).config.programs.nixfmt.enable;

  check =
    hooks:
    git-hooks.lib.x86_64-linux.run {
      src = ./files;
      inherit hooks;
    };
  hooks = (
    check {
      alejandra = {
        enable = true;
        excludes = [ "x" ];
        settings.check = true;
      };
      own = {
        enable = true;
        entry = "own";
        after = [ "alejandra" ];
      };
      trim-trailing-whitespace.enable = true;
    }
  );
  hooksFail = hooks: fails (check hooks).config.hooks.alejandra.enable;

  flake = flake-parts.lib.mkFlake {
    inputs = rec {
      inherit nixpkgs;
      self = {
        _type = "flake";
        outPath = ./files;
        inputs = { inherit nixpkgs; };
      };
    };
  };
  withPrograms = flake {
    systems = [ "x86_64-linux" ];
    imports = [
      treefmt-nix.flakeModule
      git-hooks.flakeModule
      terranix.flakeModule
    ];
    perSystem =
      { config, pkgs, ... }:
      {
        treefmt = formatted;
        pre-commit.settings.hooks.treefmt.enable = true;
        terranix.terranixConfigurations.default = {
          workdir = "terraform";
          modules = [ { resource.a.b.c = 1; } ];
          terraformWrapper.package = pkgs.opentofu;
        };
        legacyPackages = {
          inherit (config.terranix.terranixConfigurations.default.result.terraformConfiguration) config;
        };
      };
  };

  terraform = modules: (terranix.lib.terranixConfiguration { inherit pkgs modules; }).config;
  terraformFails = modules: fails (terraform modules);

  activate = deploy-rs.lib.x86_64-linux.activate;
in
{
  treefmt = {
    lib = builtins.attrNames treefmt-nix.lib;
    inherit (treefmt) projectRootFile;
    inherit (treefmt.settings) excludes;
    nixfmt = { inherit (treefmt.settings.formatter.nixfmt) includes excludes; };
    inherit (treefmt.settings.formatter) own;
    settings = { inherit (treefmt.programs.prettier.settings) semi tabWidth; };
    programs = builtins.attrNames treefmt.build.programs;
    wrapper = treefmt.build.wrapper ? outPath;
    check = (treefmt.build.check ./files) ? outPath;
    mistakes = map treefmtFails [
      { }
      { programs.nixfnt.enable = true; }
      { programs.nixfmt.enabel = true; }
      { projectRoot = ./.; }
      { programs.nixfmt.enable = 1; }
    ];
  };

  hooks = {
    alejandra = {
      inherit (hooks.config.hooks.alejandra)
        enable
        excludes
        files
        id
        name
        pass_filenames
        stages
        types
        ;
      inherit (hooks.config.hooks.alejandra.settings) check threads;
    };
    inherit (hooks.config.hooks.trim-trailing-whitespace) stages types;
    own = removeAttrs hooks.config.hooks.own.raw [ "language" ];
    enabled = builtins.length hooks.enabledPackages;
    mistakes = map hooksFail [
      { }
      { alejandra.settings.chek = true; }
      { alejandra.enabled = true; }
      { alejandra.enable = 3; }
    ];
  };

  flake = {
    checks = builtins.attrNames withPrograms.checks.x86_64-linux;
    packages = builtins.attrNames withPrograms.packages.x86_64-linux;
    apps = builtins.attrNames withPrograms.apps.x86_64-linux;
    shells = builtins.attrNames withPrograms.devShells.x86_64-linux;
    terraform = withPrograms.legacyPackages.x86_64-linux.config;
    formatter = withPrograms.formatter.x86_64-linux ? outPath;
  };

  terranix = {
    lib = builtins.attrNames terranix.lib;
    configurations = map terraform [
      [
        {
          resource.aws_instance.web = {
            ami = "x";
            n = null;
          };
        }
      ]
      [
        (
          { config, lib, ... }:
          {
            resource.a.b.id = 1;
            resource.c.d.ref = config.resource.a.b "id";
            output.x.value = lib.tfRef "a.b";
            output.file.value = lib.tf.ref (lib.tf.file "p");
            locals.l = [
              1
              2.5
              true
              { a = null; }
            ];
            variable.v = { };
            data.x = { };
            provider.p = [
              { a = 1; }
              { b = 2; }
            ];
          }
        )
      ]
      [
        {
          backend.s3 = {
            bucket = "b";
            key = "k";
            region = "r";
          };
          remote_state.local.x.path = "p";
          users.admins.me.publicKey = "k";
          terraform.required_version = "1";
        }
      ]
      [
        { resource.a.b.list = [ 1 ]; }
        {
          resource.a.b.list = [ 2 ];
          resource.a.c = { };
          ephemeral.x.y.z = 1;
          import = [ { to = "a"; } ];
        }
      ]
    ];
    mistakes = map terraformFails [
      [
        {
          backend.local.path = "a";
          backend.etcd = {
            path = "a";
            endpoints = "b";
          };
        }
      ]
      [
        {
          remote_state.local.x.path = "p";
          remote_state.s3.x = {
            bucket = "b";
            key = "k";
            region = "r";
          };
        }
      ]
      [ { resources.a = 1; } ]
      [ { resource.a.b.f = x: x; } ]
    ];
  };

  deploy-rs = {
    systems = builtins.attrNames deploy-rs.lib;
    lib = builtins.attrNames deploy-rs.lib.x86_64-linux;
    activate = builtins.attrNames activate;
    checks = builtins.attrNames (deploy-rs.lib.x86_64-linux.deployChecks { nodes = { }; });
    overlay = builtins.attrNames (deploy-rs.overlays.default pkgs pkgs).deploy-rs;
    called = map (package: package ? outPath) [
      (activate.custom pkgs.hello "./activate")
      ((activate.custom // { dryActivate = "true"; }) pkgs.hello "./activate")
      (activate.noop pkgs.hello)
      (activate.home-manager { activationPackage = pkgs.hello; })
    ];
  };
}
