/** A part is placed: its files where its siblings are, and its name wherever they are named. Or it is taken away again. */

import { formatText } from "../format-text.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { Draft } from "../draft.ts";
import type { Grown, GrownFile, GrowProblem, Growth } from "../growth.ts";
import { filesOfPart } from "./files-of-part.ts";
import { placeMessages } from "./messages.ts";
import { fillPattern, type PatternValues } from "./pattern.ts";
import type { Place, Wiring } from "../layout.ts";
import type { PlacedPart } from "./placed-part.ts";
import { referencesTo } from "./references.ts";
import { unwire, wire } from "./wiring.ts";

export type Told = Pick<Growth, "title" | "notes" | "next">;

/** What is there already, just as it would be written, stays as it is. */
export function placeParts(repository: Repository, parts: readonly PlacedPart[], told: Told): Grown {
  const changes = new Changes(repository);
  const problems: GrowProblem[] = [];
  for (const { kind, place, values, files } of parts) {
    for (const file of [...files, ...wholeFiles(place, values)]) {
      const { path, isProgram } = file;
      const bytes = Buffer.from(textOf(file));
      const there = changes.read(path);
      const taken = there === undefined ? inPlaceOf(repository, path) : path;
      if (taken === undefined) {
        changes.set(path, isProgram === true ? { bytes, isProgram } : { bytes });
      } else if (there === undefined || Buffer.compare(there, bytes) !== 0) {
        const message = placeMessages["part-exists"](kind, values.name, `something else is at ${taken}`);
        problems.push({ message, file: taken });
      }
    }
    for (const wiring of place.wiring) {
      const file = fillPattern(wiring.file, values);
      const before = changes.read(file);
      if (before === undefined) {
        if (!isNoMatter(wiring))
          problems.push({ message: placeMessages["site-no-place"](kind, `there is no ${file}, which names them`) });
        continue;
      }
      const wired = wire(wiring, before, values, kind);
      if ("problem" in wired) problems.push(wired.problem);
      else changes.set(file, { bytes: wired.bytes });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, growth: { ...told, files: changes.all } };
}

/**
 * `drawings` are the parts as they may have been written: what is like none of them is somebody's work, which is taken away
 * only if that is said.
 */
export function takePartsAway(
  repository: Repository,
  drawings: readonly [readonly PlacedPart[], ...(readonly PlacedPart[])[]],
  told: Told,
  { evenIfChanged = false }: { readonly evenIfChanged?: boolean } = {},
): Grown {
  const [parts] = drawings;
  const drawn = drawings.flat().flatMap(({ files, place, values }) => [...files, ...wholeFiles(place, values)]);
  const written = new Set(drawn.map((file) => `${file.path}\0${textOf(file)}`));
  const changes = new Changes(repository);
  const changed: string[] = [];
  for (const { place, values, files, isOneFile = false } of parts) {
    const own = isOneFile ? [fillPattern(place.path, values)] : filesOfPart(repository, place, values);
    own.push(...wholeFiles(place, values).map(({ path }) => path));
    const isAsWritten = (path: string): boolean =>
      written.has(`${path}\0${Buffer.from(repository.read(path) ?? []).toString()}`);
    // what lies elsewhere is taken away only if nobody has changed it
    const elsewhere = files.map(({ path }) => path).filter((path) => !own.includes(path) && isAsWritten(path));
    for (const path of [...own, ...elsewhere].filter((each) => repository.read(each) !== undefined)) {
      if (!isAsWritten(path)) changed.push(path);
      changes.set(path, undefined);
    }
    for (const wiring of place.wiring) {
      const file = fillPattern(wiring.file, values);
      const before = changes.read(file);
      if (before !== undefined) changes.set(file, { bytes: unwire(wiring, before, values) });
    }
  }
  if (changes.all.size === 0) {
    const { kind, place, values } = parts[0]!;
    const where = `nothing is at ${fillPattern(place.path, values)}`;
    return { ok: false, problems: [{ message: placeMessages["part-missing"](kind, values.name, where) }] };
  }
  const problems = parts.flatMap((part) => referencesTo(repository, changes.all, part));
  if (problems.length > 0) return { ok: false, problems };
  const { kind, values } = parts[0]!;
  if (changed.length > 0 && !evenIfChanged)
    return {
      ok: false,
      problems: changed.map((file) => ({ message: placeMessages["part-changed"](kind, values.name, file), file })),
    };
  return { ok: true, growth: { ...told, files: changes.all } };
}

/** Whether it does not matter that its file is not there. */
function isNoMatter(wiring: Wiring): boolean {
  return ["by-folder", "sops-rule"].includes(wiring.kind) || ("isOptional" in wiring && wiring.isOptional);
}

/** The files that are there for nothing but that it takes part. */
function wholeFiles({ wiring }: Place, values: PatternValues): readonly Draft[] {
  return wiring.flatMap((each) =>
    each.kind === "whole" ? [{ path: fillPattern(each.file, values), text: fillPattern(each.text, values) }] : [],
  );
}

function textOf({ path, text }: Draft): string {
  return path.endsWith(".nix") ? formatText(text, path) : text;
}

/** What is there. A file system that does not tell large letters from small ones has one file for two names. */
function inPlaceOf({ tracked, untracked, exists }: Repository, path: string): string | undefined {
  if (exists(path)) return path;
  const small = path.toLowerCase();
  return [...tracked, ...untracked].find((each) => each.toLowerCase() === small);
}

/** Files as they are after what was done so far. */
class Changes {
  readonly #repository: Repository;
  readonly #files = new Map<string, GrownFile | undefined>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  read(path: string): Uint8Array | undefined {
    return this.#files.has(path) ? this.#files.get(path)?.bytes : this.#repository.read(path);
  }

  set(path: string, file: GrownFile | undefined): void {
    this.#files.set(path, file);
  }

  /** Those that are not as they were. */
  get all(): ReadonlyMap<string, GrownFile | undefined> {
    return new Map(
      [...this.#files].filter(([path, file]) => {
        const before = this.#repository.read(path);
        if (file === undefined || before === undefined) return file !== undefined || before !== undefined;
        return Buffer.compare(file.bytes, before) !== 0;
      }),
    );
  }
}
