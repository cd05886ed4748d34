/** Which inputs of the flakes of a repository are taken from paper: all of them if that is asked for, else what is not at hand. */

import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EvalRequest, FlakeExpression } from "@nivose/nix/evaluation";
import { repositoryAround } from "../change/repository.ts";
import { type LockFile, parseLockFile } from "../fleet/inputs/lock-file.ts";
import { askedPackages } from "../paper/asked-packages.ts";
import { isAtHand } from "../paper/at-hand.ts";
import { keptNames } from "../paper/kept-names.ts";
import type { PaperSource } from "../paper/lay-out.ts";
import { opaqueFlake } from "../paper/opaque.ts";
import { withOwnReleases } from "../paper/own-releases.ts";
import { withRealLib } from "../paper/real-lib.ts";
import { selectedNames } from "../paper/selected-names.ts";
import type { Repository } from "../paper/repository.ts";
import { paperNotice } from "../paper/notice.ts";
import { isOfOtherRelease } from "../paper/other-release.ts";
import { withPackagesOfOthers } from "../paper/packages-of-others.ts";
import { openShelf, type PaperFlake, shelfFolder } from "../paper/shelf.ts";
import type { Substitute } from "../paper/substitute.ts";
import { substitutesOf } from "../paper/substitutes.ts";
import { toByteText } from "../report/byte-text.ts";
import type { Context } from "./context.ts";
import { dataHome } from "./data-home.ts";
import type { FlakeFlags } from "./evaluation-flags.ts";
import { installedNix } from "./installed-nix.ts";
import { readPairs } from "./pairs.ts";
import { selectSources } from "./sources.ts";
import { cacheHome } from "./unit-cache.ts";

export interface PaperFlags {
  readonly paper?: boolean;
  readonly real?: boolean;
}

export interface PaperUse {
  readonly substitutes: readonly Substitute[];
  /** What is taken for each of them. */
  readonly sources: readonly PaperSource[];
  readonly overrides: FlakeExpression["overrides"];
  /** The folders of these, by their hashes. */
  readonly knownSources: Readonly<Record<string, string>>;
}

type Surroundings = Pick<EvalRequest["settings"], "storePlace" | "sourceCache" | "registries" | "flakeOverrides">;

export const noPaper: PaperUse = { substitutes: [], sources: [], overrides: [], knownSources: {} };

/** By the folders of flakes, relative to the repository. Each is looked at once. */
export function paperUses(
  root: string,
  options: Surroundings,
  flags: FlakeFlags & PaperFlags,
  context: Context,
): (flake: string) => PaperUse {
  if (flags.real === true) return () => noPaper;
  const cache = memo(() => writableCache(context));
  const place = memo(() => cache() ?? placeForOnce());
  const shelf = memo(() => {
    const own = dataHome(context.environment);
    const shipped = openShelf(shelfFolder());
    return own === undefined || cache() === undefined
      ? shipped
      : withOwnReleases(shipped, path.join(own, "paper"), cache()!);
  });
  const files = memo(() => selectSources([root], context).files.map((each) => each.path));
  const contents = (): Uint8Array[] => files().flatMap((file) => contentOf(file) ?? []);
  const names = memo(() => keptNames("names", { root, files: files() }, cache(), () => selectedNames(contents())));
  const packages = memo(() =>
    keptNames("packages", { root, files: files() }, cache(), () => askedPackages(contents())),
  );
  const extended = new Map<string, PaperSource>();
  const withOthers = (source: PaperSource): PaperSource => {
    const made = extended.get(source.folder) ?? withPackagesOfOthers(source, packages(), root, place());
    extended.set(source.folder, made);
    return made;
  };
  const known = new Map<string, PaperUse>();
  const given = readPairs(flags.overrideInput).map(({ name }) => name);
  const { storePlace = "/nix/store", sourceCache } = options;
  const places = {
    store: storePlace,
    cache: sourceCache === undefined ? undefined : Buffer.from(sourceCache, "latin1").toString(),
  };

  const find = (flake: string): PaperUse => {
    const folder = path.join(root, flake);
    const file = contentOf(path.join(folder, "flake.nix"));
    if (file === undefined) return noPaper;
    const lock: LockFile = parseLockFile(contentOf(path.join(folder, "flake.lock")) ?? new Uint8Array()) ?? {};
    const substitutes = substitutesOf({
      flake: file,
      lock,
      shelf: shelf(),
      isWanted: (input, { repository, locked }) =>
        !given.some((each) => input === each || input.startsWith(`${each}/`)) &&
        (flags.paper === true ||
          (locked === undefined ? !isRegistered(repository, options) : !isAtHand(locked, places))),
    });
    const sources = substitutes.map((each): PaperSource => {
      const { locked } = each;
      const paper = each.paper?.make?.() ?? each.paper;
      if (paper !== undefined) {
        if (!isNixpkgs(paper)) return paper;
        const source = cache() === undefined ? paper : withRealLib(paper, locked, places, cache()!);
        return isOfOtherRelease(each) ? withOthers(source) : source;
      }
      return opaqueFlake(each, names(), shelf().flakes.get("opaque")!.folder, place());
    });
    return {
      substitutes,
      sources,
      overrides: substitutes.map(({ input }, index) => ({
        input: toByteText(input),
        reference: toByteText(referenceTo(sources[index]!, substitutes[index]!)),
      })),
      knownSources: Object.fromEntries(sources.map(({ narHash, folder: place }) => [narHash, toByteText(place)])),
    };
  };

  return (flake) => {
    const use = known.get(flake) ?? find(flake);
    known.set(flake, use);
    return use;
  };
}

export function withPaper(expression: FlakeExpression, { overrides, knownSources }: PaperUse): FlakeExpression {
  if (overrides.length === 0) return expression;
  return { ...expression, overrides: [...expression.overrides, ...overrides], knownSources };
}

/** Of one flake that was named, all of whose inputs are wanted on paper. It has to be a folder here. */
export function paperFor(reference: string, flags: FlakeFlags, context: Context): PaperUse {
  const [, place = ""] = /^(?:path:|git\+file:(?:\/\/)?)?([^?]*)/u.exec(reference)!;
  const folder = path.resolve(context.cwd, place);
  const top = repositoryAround(folder)?.top ?? folder;
  const base = cacheHome(context);
  const places = {
    ...installedNix(context.environment),
    ...(base === undefined ? {} : { sourceCache: toByteText(path.join(base, "sources")) }),
  };
  return paperUses(top, places, { ...flags, paper: true }, context)(path.relative(top, folder));
}

/** Of the flakes in these folders: what stands for which input, and of which release it is. */
export function paperJson(flakes: readonly string[], paperOf: (flake: string) => PaperUse) {
  return flakes.flatMap((folder) =>
    paperOf(folder).substitutes.map((substitute) => ({
      folder,
      input: substitute.input,
      flake: substitute.paper?.name ?? null,
      release: substitute.paper?.release ?? null,
      isOtherRelease: isOfOtherRelease(substitute),
    })),
  );
}

/** In one line, whatever the number of flakes. */
export function tellPaper(uses: readonly PaperUse[], { paper = false }: PaperFlags, { stderr }: Context): void {
  const notice = paperNotice(
    uses.flatMap(({ substitutes }) => substitutes),
    paper,
  );
  if (notice !== undefined) stderr.write(`${notice}\n`);
}

/** Whether a registry of this machine may say where a flake is that is not locked, and named only. */
function isRegistered({ owner, name }: Repository, { registries = [], flakeOverrides = [] }: Surroundings): boolean {
  if (owner !== undefined) return false;
  if (flakeOverrides.some(({ from }) => from.split(":").at(-1)!.split("/")[0] === name)) return true;
  const written = registries.map((file) => contentOf(Buffer.from(file, "latin1").toString()));
  return written.some((bytes) => bytes !== undefined && Buffer.from(bytes).includes(`"${name}"`));
}

/**
 * With its hash, so that nobody has to read all of it; with the revision and the time of what it stands for; and, if that is
 * of another release, with what tells the flake so: see `paper/declare/other-release.nix`.
 */
function referenceTo({ folder, narHash }: PaperSource, substitute: Substitute): string {
  const { rev, lastModified } = substitute.locked ?? {};
  const place = folder.split("/").map(encodeURIComponent).join("/");
  const facts = {
    lastModified: typeof lastModified === "number" ? String(lastModified) : "1",
    narHash,
    ...(typeof rev === "string" ? { rev } : {}),
    ...(isOfOtherRelease(substitute) ? { revCount: "0" } : {}),
  };
  return `path:${place}?${new URLSearchParams(facts).toString().replaceAll("+", "%20")}`;
}

/** Of whatever release. */
function isNixpkgs({ name, release }: PaperFlake): boolean {
  return name === "nixpkgs" || name === `nixpkgs-${release}`;
}

/** A cache that cannot be written is none. The names that a fleet asks for are nobody else's business. */
function writableCache(context: Context): string | undefined {
  const base = cacheHome(context);
  if (base === undefined) return undefined;
  try {
    const folder = path.join(base, "paper");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}

/** For as long as this process runs. */
function placeForOnce(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-paper-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function contentOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function memo<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
