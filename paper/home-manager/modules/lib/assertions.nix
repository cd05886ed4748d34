{ lib }:
{
  # that a module is used only where it works
  assertPlatform = module: pkgs: platforms: {
    assertion = lib.elem pkgs.stdenv.hostPlatform.system platforms;
    message =
      "The module ${module} does not support your platform. It only supports\n\n"
      + lib.concatMapStringsSep "\n" (platform: "  - ${platform}") (lib.sort (a: b: a < b) platforms);
  };
}
