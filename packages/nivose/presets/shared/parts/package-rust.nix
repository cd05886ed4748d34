rustPlatform.buildRustPackage {
  pname = @pname@;
  version = @version@;

  src = @source@;

@if lock@
  # Hashes are those of the lock file.
@if outputHashes@
  cargoLock = {
    lockFile = @folder@/Cargo.lock;
    # A build fails, and tells the right ones.
    outputHashes = {
      @outputHashes@
    };
  };
@else@
  cargoLock.lockFile = @folder@/Cargo.lock;
@end@
@else@
  # A build fails, and tells the right one.
  cargoHash = lib.fakeHash;
@end@

  meta = {
    description = @description@;
@if license@
    license = @license@;
@end@
    mainProgram = @program@;
  };
}
