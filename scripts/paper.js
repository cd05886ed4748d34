/**
 * Lays out the flakes of `paper/`, each complete in a folder of its own: its own files, and the shared parts and the data
 * that `paper/contents.json` names. Whoever copies one has all that it reads.
 */
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

export function layOutPaper(folder) {
  const contents = JSON.parse(readFileSync(path.join(root, "paper/contents.json"), "utf8"));
  for (const [name, { parts }] of Object.entries(contents)) {
    const flake = path.join(folder, name);
    mkdirSync(flake, { recursive: true });
    for (const [place, source] of Object.entries({ ".": `paper/${name}`, ...parts })) {
      const from = path.join(root, source);
      if (!existsSync(from)) throw new Error(`paper/contents.json: ${name} has ${source}, which is not there`);
      cpSync(from, path.join(flake, place), { recursive: true });
    }
  }
  cpSync(path.join(root, "paper/contents.json"), path.join(folder, "contents.json"));
}
