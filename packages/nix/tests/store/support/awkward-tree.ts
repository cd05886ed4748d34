/** A tree on the disk with everything that an archive treats specially. */

import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

export function writeAwkwardTree(folder: string): void {
  const at = (name: string): Buffer => Buffer.from(path.join(folder, name), "latin1");
  mkdirSync(folder);
  mkdirSync(at("empty folder"));
  mkdirSync(at("a"));
  // Bytes order these as a, a-b, a.b, a/…, B before a: not as a locale would.
  for (const name of ["a-b", "a.b", "B", "a/inside", "\xe4\xf6\xfc", "\xff\xfe", "~", "with\nline", "0"]) {
    writeFileSync(at(name), name);
  }
  // Around the padding, the buffers and the pieces in which files are read.
  for (const size of [
    0, 1, 7, 8, 9, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 262_143, 262_144, 262_145, 700_001,
  ]) {
    const content = Buffer.alloc(size, `${size} bytes of `);
    writeFileSync(at(`size-${size}`), content);
  }
  writeFileSync(at("executable"), "#!/bin/sh\n");
  chmodSync(at("executable"), 0o755);
  // Only the owner's right counts.
  writeFileSync(at("executable by others"), "");
  chmodSync(at("executable by others"), 0o655);
  writeFileSync(at("executable by me"), "");
  chmodSync(at("executable by me"), 0o700);
  symlinkSync("a/inside", at("link"));
  symlinkSync(Buffer.from("nowhere/\xe9\xff", "latin1"), at("dangling link"));
  symlinkSync("a", at("link to a folder"));
  symlinkSync("x".repeat(4000), at("long link"));
  for (let index = 0; index < 300; index++) writeFileSync(at(`empty folder/../a/${index}`), String(index));
}
