/**
 * The settings of Nix on a command line, spelt as Nix spells them: `--option max-call-depth 100`, `--max-call-depth 100`,
 * `--trace-verbose`, `--no-trace-verbose`, `--extra-nix-path a=/b`. All of Nix 2.26 are accepted, so that command lines
 * of Nix can be used as they are; those that concern no evaluation change nothing.
 */

import type { Pair } from "./pair.ts";

const switches = words(`
  abort-on-warn accept-flake-config allow-dirty allow-dirty-locks allow-import-from-derivation allow-new-privileges
  allow-symlinked-store allow-unsafe-native-code-during-evaluation always-allow-substitutes auto-allocate-uids
  auto-optimise-store builders-use-substitutes compress-build-log debugger-on-trace debugger-on-warn eval-cache fallback
  filter-syscalls fsync-metadata fsync-store-paths http2 ignore-try impersonate-linux-26 keep-build-log
  keep-derivations keep-env-derivations keep-failed keep-going keep-outputs nix-shell-always-looks-for-shell-nix
  nix-shell-shebang-arguments-relative-to-script preallocate-contents print-missing pure-eval
  require-drop-supplementary-groups require-sigs restrict-eval run-diff-hook sandbox sandbox-fallback show-trace
  substitute sync-before-registering trace-function-calls trace-verbose trust-tarballs-from-git-forges use-case-hack
  use-cgroups use-registries use-sqlite-wal use-xdg-base-directories warn-dirty
`);
const lists = words(`
  allowed-impure-host-deps allowed-uris allowed-users build-hook experimental-features extra-platforms hashed-mirrors
  ignored-acls nix-path plugin-files sandbox-paths secret-key-files substituters system-features trusted-public-keys
  trusted-substituters trusted-users
`);
const numbers = words(`
  build-poll-interval connect-timeout cores download-attempts download-buffer-size download-speed gc-reserved-space
  http-connections id-count log-lines max-build-log-size max-call-depth max-free max-silent-time max-substitution-jobs
  min-free min-free-check-interval nar-buffer-size narinfo-cache-negative-ttl narinfo-cache-positive-ttl
  stalled-download-timeout start-id tarball-ttl timeout warn-large-path-threshold
`);
const texts = words(`
  access-tokens bash-prompt bash-prompt-prefix bash-prompt-suffix build-dir build-users-group builders
  commit-lock-file-summary diff-hook eval-system flake-registry impure-env max-jobs netrc-file nix-version
  post-build-hook pre-build-hook sandbox-build-dir sandbox-dev-shm-size ssl-cert-file system
  upgrade-nix-store-path-url user-agent-suffix
`);

/** Flags of ours with the same names, which do more or are wanted by other verbs, too. */
const ownFlags = new Set(["timeout", "show-trace", "extra-experimental-features"]);

/** The setting that the words at a place of a command line are, and how many words that takes. */
export function settingAt(
  words: readonly string[],
  at: number,
): { readonly pair: Pick<Pair, "name" | "value">; readonly taken: number } | undefined {
  const name = words[at]!.startsWith("--") ? words[at]!.slice(2) : "";
  if (ownFlags.has(name)) return undefined;
  if (name === "impure") return { pair: { name: "pure-eval", value: "false" }, taken: 1 };
  if (switches.has(name)) return { pair: { name, value: "true" }, taken: 1 };
  if (name.startsWith("no-") && switches.has(name.slice(3))) {
    return { pair: { name: name.slice(3), value: "false" }, taken: 1 };
  }
  const value = words[at + 1];
  const takesValue = isList(name) || numbers.has(name) || texts.has(name);
  return takesValue && value !== undefined ? { pair: { name, value }, taken: 2 } : undefined;
}

/** Settings as they are at the end of a command line. */
export class NixSettings {
  readonly #values = new Map<string, string>();
  /** What Nix warns of: a setting that does not exist, or a value that makes no sense. Both are ignored. */
  readonly warnings: string[] = [];
  /** What Nix refuses: a value that makes no sense, given in the form of a flag. */
  readonly refused: Pair | undefined;

  constructor(pairs: readonly Pair[]) {
    for (const pair of pairs) {
      const { name, value, isFlag } = pair;
      const problem = problemOf(name, value);
      if (problem !== undefined && isFlag) this.refused ??= pair;
      else if (problem !== undefined) this.warnings.push(problem);
      else if (isAddition(name)) this.#add(name.slice(EXTRA.length), value);
      else this.#values.set(name, value);
    }
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  number(name: string): number | undefined {
    return wholeNumber(this.#values.get(name) ?? "");
  }

  isOn(name: string): boolean {
    return isTrue(this.#values.get(name) ?? "");
  }

  /** The elements of a list: those that are given, or `usual`, and those that are added. */
  list(name: string, usual: readonly string[]): readonly string[] {
    const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");
    const given = this.#values.get(name);
    return [...(given === undefined ? usual : split(given)), ...split(this.#values.get(EXTRA + name) ?? "")];
  }

  #add(name: string, value: string): void {
    const before = this.#values.get(EXTRA + name);
    this.#values.set(EXTRA + name, before === undefined ? value : `${before} ${value}`);
  }
}

const EXTRA = "extra-";

function isAddition(name: string): boolean {
  return name.startsWith(EXTRA) && lists.has(name.slice(EXTRA.length));
}

function isList(name: string): boolean {
  return lists.has(name) || isAddition(name);
}

function problemOf(name: string, value: string): string | undefined {
  if (name === "sandbox") {
    const isKnown = isTrue(value) || isFalse(value) || value === "relaxed";
    return isKnown ? undefined : `error: option 'sandbox' has invalid value '${value}'`;
  }
  if (switches.has(name)) {
    return isTrue(value) || isFalse(value)
      ? undefined
      : `error: Boolean setting '${name}' has invalid value '${value}'`;
  }
  if (numbers.has(name)) {
    return wholeNumber(value) === undefined ? `error: setting '${name}' has invalid value '${value}'` : undefined;
  }
  return isList(name) || texts.has(name) ? undefined : `unknown setting '${name}'`;
}

/** `5`, and `4K`, which is 4096, as Nix writes numbers. */
export function wholeNumber(text: string): number | undefined {
  const [, digits, unit = ""] = /^\+?(\d+)([KMGT]?)$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024 ** " KMGT".indexOf(unit.toUpperCase() || " ");
}

function isTrue(value: string): boolean {
  return value === "true" || value === "yes" || value === "1";
}

function isFalse(value: string): boolean {
  return value === "false" || value === "no" || value === "0";
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
