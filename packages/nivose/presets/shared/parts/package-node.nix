buildNpmPackage {
  pname = @pname@;
  version = @version@;

  src = @source@;

@if lock@
  # Hashes are those of the lock file.
  npmDeps = importNpmLock { npmRoot = @root@; };
  inherit (importNpmLock) npmConfigHook;
@else@
  npmDepsHash = lib.fakeHash;
@end@
@if !build@

  dontNpmBuild = true;
@end@

  meta = {
    description = @description@;
@if license@
    license = @license@;
@end@
    mainProgram = @program@;
  };
}
