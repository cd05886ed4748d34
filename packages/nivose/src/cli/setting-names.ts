/**
 * The settings of Nix on a command line, spelt as Nix spells them: `--option max-call-depth 100`, `--max-call-depth 100`,
 * `--trace-verbose`, `--no-trace-verbose`, `--extra-nix-path a=/b`. All of Nix 2.26 are accepted, so that command lines
 * of Nix can be used as they are; those that concern no evaluation change nothing.
 */

import type { Pair } from "./pair.ts";

export const switches = words(`
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
  access-tokens allowed-impure-host-deps allowed-uris allowed-users build-hook experimental-features extra-platforms hashed-mirrors
  ignored-acls nix-path plugin-files sandbox-paths secret-key-files substituters system-features trusted-public-keys
  trusted-substituters trusted-users
`);
export const numbers = words(`
  build-poll-interval connect-timeout cores download-attempts download-buffer-size download-speed gc-reserved-space
  http-connections id-count log-lines max-build-log-size max-call-depth max-free max-silent-time max-substitution-jobs
  min-free min-free-check-interval nar-buffer-size narinfo-cache-negative-ttl narinfo-cache-positive-ttl
  stalled-download-timeout start-id tarball-ttl timeout warn-large-path-threshold
`);
export const texts = words(`
  bash-prompt bash-prompt-prefix bash-prompt-suffix build-dir build-users-group builders
  commit-lock-file-summary diff-hook eval-system flake-registry impure-env max-jobs netrc-file nix-version
  post-build-hook pre-build-hook sandbox-build-dir sandbox-dev-shm-size ssl-cert-file system
  upgrade-nix-store-path-url user-agent-suffix
  binary-cache-public-keys binary-caches binary-caches-parallel-connections build-chroot-dirs build-compress-log
  build-cores build-fallback build-keep-log build-max-jobs build-max-log-size build-max-silent-time build-sandbox-paths
  build-timeout build-use-chroot build-use-sandbox build-use-substitutes commit-lockfile-summary env-keep-derivations
  gc-keep-derivations gc-keep-outputs substitution-max-jobs trusted-binary-caches
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

/** Before the name of a list, for what is added to it. */
export const EXTRA = "extra-";

export function isAddition(name: string): boolean {
  return name.startsWith(EXTRA) && lists.has(name.slice(EXTRA.length));
}

export function isList(name: string): boolean {
  return lists.has(name) || isAddition(name);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}
