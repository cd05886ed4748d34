/** A bare repository in the cache for each URL, which is brought up to date as Nix does it with its own. */

import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { FetchError } from "./error.ts";
import { type GitRun, type GitSettings, runGit, withoutPassword } from "./git-command.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";
import { diskProblem } from "./workplace.ts";

export interface WantedCommit {
  readonly url: string;
  readonly ref: string | undefined;
  readonly rev: string | undefined;
  readonly isShallow: boolean;
  readonly hasAllRefs: boolean;
}

export interface FoundCommit {
  readonly repository: CachedRepository;
  readonly ref: string;
  readonly rev: string;
}

/** Fetches a commit, unless it is there already. */
export async function findCommit(wanted: WantedCommit, options: FetchOptions): Promise<FoundCommit> {
  const repository = await CachedRepository.open(wanted.url, wanted.isShallow, options);
  const ref = wanted.ref ?? (await repository.usualBranch());
  const { rev } = wanted;
  if (rev === undefined) {
    await repository.fetch(wanted.hasAllRefs ? "refs/*:refs/*" : refspecOf(ref), ref);
    return { repository, ref, rev: await repository.resolve(ref) };
  }
  if (!(await repository.has(rev))) {
    await repository.fetch(wanted.hasAllRefs ? "refs/*:refs/*" : rev, ref, rev);
    if (!(await repository.has(rev)))
      throw new FetchError(fetchMessages["git-revision-not-found"](repository.name, rev, ref));
  }
  return { repository, ref, rev };
}

function refspecOf(ref: string): string {
  if (ref === "HEAD") return "HEAD:refs/heads/HEAD";
  const full = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
  return `${full}:${full}`;
}

export class CachedRepository {
  /** As it may be shown. */
  readonly name: string;
  readonly folder: string;
  readonly url: string;
  readonly #isShallow: boolean;
  readonly #options: FetchOptions;

  private constructor(url: string, isShallow: boolean, options: FetchOptions) {
    this.name = shownUrl(url);
    this.url = url;
    this.#isShallow = isShallow;
    this.#options = options;
    const key = createHash("sha256").update(url).digest("hex");
    this.folder = `${options.cache}/git/${key.slice(0, 32)}${isShallow ? "-shallow" : ""}`;
  }

  static async open(url: string, isShallow: boolean, options: FetchOptions): Promise<CachedRepository> {
    const repository = new CachedRepository(url, isShallow, options);
    const { folder } = repository;
    if (!existsSync(folder)) await repository.#make();
    return repository;
  }

  /** Beside its place first, because others may be about to make it, too. */
  async #make(): Promise<void> {
    const { folder } = this;
    const fresh = `${folder}.${randomUUID()}`;
    const { signal } = this.#options;
    const remove = (): void => rmSync(fresh, { recursive: true, force: true });
    signal.addEventListener("abort", remove);
    try {
      mkdirSync(fresh, { recursive: true });
      await this.must(["-c", "init.defaultBranch=none", "init", "--quiet", "--bare", "--template=", fresh]);
      mkdirSync(`${fresh}/info`);
      // files are to be exactly what Git has, whatever is to be done with them in a working tree
      writeFileSync(`${fresh}/info/attributes`, "* -text !eol !ident !filter !working-tree-encoding\n");
      if (!existsSync(folder)) renameSync(fresh, folder);
    } catch (error) {
      if (!existsSync(folder)) throw diskProblem(error, this.name);
    } finally {
      signal.removeEventListener("abort", remove);
      remove();
    }
  }

  /** Runs git in it. */
  run(args: readonly string[], settings: GitSettings = {}): Promise<GitRun> {
    return runGit([`--git-dir=${this.folder}`, ...ALWAYS, ...args], this.name, this.#options, settings);
  }

  /** What it prints; an error if it says no. */
  async must(args: readonly string[], settings: GitSettings = {}): Promise<string> {
    const { status, stdout, stderr } = await this.run(args, settings);
    if (status === 0) return stdout.toString("latin1");
    throw new FetchError(fetchMessages["git-fetch-failed"](this.name, stderr || `git has failed (${status})`));
  }

  async has(rev: string): Promise<boolean> {
    const { status } = await this.run(["cat-file", "-e", rev]);
    return status === 0;
  }

  /** The branch that somebody gets who clones it. */
  async usualBranch(): Promise<string> {
    const { plain, environment } = withoutPassword(this.url, this.#options.environment);
    const listed = await this.must(["ls-remote", "--symref", "--", plain, "HEAD"], { environment });
    const [, target] = /^(?:ref: *)?(\S+)\t+HEAD$/mu.exec(listed) ?? [];
    if (target !== undefined) return target;
    this.#options.warn(`could not read HEAD ref from repo at '${this.name}', using 'master'`);
    return "master";
  }

  /** `ref` and `rev` are what is wanted, for messages. */
  async fetch(refspec: string, ref: string, rev?: string): Promise<void> {
    const { plain, environment } = withoutPassword(this.url, this.#options.environment);
    const depth = this.#isShallow ? ["--depth", "1"] : [];
    const args = ["fetch", "--progress", "--force", "--no-write-fetch-head", ...depth, "--", plain, refspec];
    const onProgress = (told: string): void => {
      this.#options.onProgress({ source: this.name, step: "fetching", told });
    };
    this.#options.onProgress({ source: this.name, step: "fetching" });
    for (let attempt = 1; ; attempt++) {
      const { status, stderr } = await this.run(args, { environment, onProgress });
      if (status === 0) return;
      // another process is at work in the same repository
      if (/\.lock': File exists|cannot lock ref/u.test(stderr) && attempt < this.#options.network.attempts) continue;
      throw new FetchError(this.#problem(stderr, ref, rev));
    }
  }

  #problem(words: string, ref: string, rev: string | undefined) {
    if (/couldn't find remote ref/u.test(words)) return fetchMessages["git-reference-not-found"](this.name, ref);
    if (rev !== undefined && /not our ref|no such remote ref/iu.test(words))
      return fetchMessages["git-revision-not-found"](this.name, rev, ref);
    return fetchMessages["git-fetch-failed"](this.name, words || "git says nothing");
  }

  async resolve(ref: string): Promise<string> {
    const { status, stdout } = await this.run([
      "rev-parse",
      "--verify",
      "--quiet",
      ref === "HEAD" ? "refs/heads/HEAD" : ref,
    ]);
    if (status === 0) return stdout.toString().trim();
    throw new FetchError(fetchMessages["git-reference-not-found"](this.name, ref));
  }

  async isShallow(): Promise<boolean> {
    return (await this.must(["rev-parse", "--is-shallow-repository"])).trim() === "true";
  }
}

/** Nobody else cleans up in it meanwhile, and whoever else fetches is waited for. */
const ALWAYS = [
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
  "-c",
  "core.filesRefLockTimeout=60000",
  "-c",
  "core.quotepath=false",
];
