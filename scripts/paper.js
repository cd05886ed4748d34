/**
 * Lays out the flakes of `paper/`, each complete in a folder of its own: its own files, and the shared parts and the data
 * that `paper/contents.json` names. Whoever copies one has all that it reads. Flakes that differ in data only share the
 * folder that `flake` names.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

/** All of them, or those that are named. */
export function layOutPaper(folder, only) {
  const contents = JSON.parse(readFileSync(path.join(root, "paper/contents.json"), "utf8"));
  const laidOut = {};
  for (const [name, { flake: own = `paper/${name}`, parts, modules }] of Object.entries(contents)) {
    if (only !== undefined && !only.includes(name)) continue;
    const flake = path.join(folder, name);
    mkdirSync(flake, { recursive: true });
    for (const [place, source] of Object.entries({ ".": own, ...parts })) {
      const from = path.join(root, source);
      if (!existsSync(from)) throw new Error(`paper/contents.json: ${name} has ${source}, which is not there`);
      cpSync(from, path.join(flake, place), { recursive: true });
    }
    for (const [place, listing] of Object.entries(modules ?? {}))
      layOutModules(path.join(flake, place), path.join(root, listing), place);
    const { "stands for": standsFor, release } = contents[name];
    laidOut[name] = { "stands for": standsFor, ...(release && { release }), narHash: hashOf(flake) };
  }
  writeFileSync(path.join(folder, "contents.json"), `${JSON.stringify(laidOut, undefined, 2)}\n`);
}

/**
 * Every module can be imported by its path. The options of most are declared anyway, so that a file of that name
 * has nothing to say; what is in the others (`null`) is not known.
 */
function layOutModules(folder, listing, shown) {
  for (const [name, options] of Object.entries(JSON.parse(readFileSync(listing, "utf8")))) {
    const place = path.join(folder, name.endsWith(".nix") ? name : `${name}/default.nix`);
    if (existsSync(place)) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    const content = options === null ? `throw "unknown on paper: ${shown}/${name}"` : "{ }";
    writeFileSync(place, `${content}\n`);
  }
}

/** As Nix has it for a folder, so that nobody who evaluates a flake on paper has to read all of it. */
function hashOf(folder) {
  const hash = createHash("sha256");
  const write = (bytes) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    hash
      .update(length)
      .update(bytes)
      .update(Buffer.alloc((8 - (bytes.length % 8)) % 8));
  };
  const words = (...texts) => texts.forEach((text) => write(Buffer.from(text)));
  const dump = (place) => {
    const status = statSync(place);
    words("(", "type");
    if (status.isDirectory()) {
      words("directory");
      for (const name of readdirSync(place).sort()) {
        words("entry", "(", "name", name, "node");
        dump(path.join(place, name));
        words(")");
      }
    } else {
      words("regular");
      if ((status.mode & 0o100) !== 0) words("executable", "");
      words("contents");
      write(readFileSync(place));
    }
    words(")");
  };
  words("nix-archive-1");
  dump(folder);
  return `sha256-${hash.digest("base64")}`;
}
