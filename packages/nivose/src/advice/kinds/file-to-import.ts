import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type Recogniser, shortName } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { didYouMean, namesLike } from "../names.ts";
import { decoded } from "../places/sources.ts";

const NOT_THERE = /^path '([^'\n]+)' does not exist/u;

/** A file that is imported and does not exist, or that Git does not know. */
export const fileToImport: Recogniser = (failed) => {
  const file = NOT_THERE.exec(failed.text)?.[1];
  if (file === undefined) return undefined;
  // where the path is written says more than where it goes through
  const literal = failed.shown.filter(({ source, range }) =>
    isPathOf(source.bytes.subarray(range.start, range.end), file),
  );
  const places = (literal.length > 0 ? literal : failed.shown.slice(0, 1)).map((each) => failed.place(each));
  const [first] = places;
  if (first === undefined || failed.foreign.has(first.file)) return undefined;
  const command = /this makes it known: (.+)$/u.exec(decoded(failed.failure.hint ?? ""))?.[1];
  const name = shortName(file, failed);
  if (command !== undefined)
    return failed.advise(
      adviceMessages["file-to-import"](name, true, undefined),
      [{ text: "make it known to Git", lines: [command] }],
      places,
    );
  const hint = didYouMean(pathsLike(file).map((each) => shortName(each, failed)));
  const message = adviceMessages["file-to-import"](
    name,
    false,
    hint ?? "a path is relative to the file that it stands in",
  );
  return failed.advise(message, [], places);
};

/** The nearest names where the path leaves what there is, with the rest of it if that exists. */
function pathsLike(file: string): string[] {
  let missing = file;
  while (!existsSync(path.dirname(missing)) && path.dirname(missing) !== missing) missing = path.dirname(missing);
  const folder = path.dirname(missing);
  const rest = file.slice(missing.length);
  const near = namesLike(path.basename(missing), entriesOf(folder)).map((name) => path.join(folder, name));
  const whole = near.map((each) => each + rest).filter((each) => existsSync(each));
  return whole.length > 0 ? whole : near;
}

function isPathOf(written: Uint8Array, file: string): boolean {
  const text = Buffer.from(written).toString();
  return !text.includes("\n") && path.basename(text) === path.basename(file);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
