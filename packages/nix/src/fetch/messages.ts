/**
 * What goes wrong on the way from a server to the cache of sources. Where Nix has words for it they are Nix's. URLs come in
 * without passwords (see `shown-url.ts`), and no token is ever part of a text.
 */

import { messageBuilders, type MessageDefinitions } from "../message.ts";

const again = "Nothing of a download that failed is left in the cache. The command can be given again at any time.";

const tokens =
  "A private repository needs a token: `access-tokens = github.com=…` in `nix.conf` or `NIX_CONFIG`, as for Nix. For other " +
  "servers a name and a password are taken from the file that `netrc-file` names.";

export const fetchMessageDefinitions = {
  "host-not-found": {
    kind: "mistake",
    title: "A server that has no address",
    explain: `The name of the server could not be looked up: it is misspelt, or there is no network. ${again}`,
    text: (url: string, host: string) => `unable to download '${url}': could not resolve host '${host}'`,
    hint: () => "see whether there is a network, and whether the name is right",
  },
  "connection-failed": {
    kind: "mistake",
    title: "A server that cannot be reached",
    explain:
      "The server refuses connections, or the connection was lost or took too long, several times in a row " +
      "(`download-attempts`, `connect-timeout` and `stalled-download-timeout` say how often and how long). Where a network is only " +
      `reached by a proxy, \`https_proxy\` has to name it. ${again}`,
    text: (url: string, reason: string) => `unable to download '${url}': ${reason}`,
  },
  "proxy-unsupported": {
    kind: "limit",
    title: "A proxy of a kind that is not supported",
    explain:
      "`https_proxy` and its like may name a proxy by `http://`; one that speaks SOCKS or TLS itself is not supported.",
    text: (kind: string) => `proxies of the kind '${kind}//' are not supported`,
  },
  "certificate-not-trusted": {
    kind: "mistake",
    title: "A server whose certificate is not trusted",
    explain:
      "The server does not prove that it is who it says. If it is one of your own, name the certificates that it is signed " +
      "with in `NIX_SSL_CERT_FILE`, `SSL_CERT_FILE`, or the setting `ssl-cert-file`.",
    text: (url: string, reason: string) => `unable to download '${url}': its certificate is not trusted (${reason})`,
    hint: () => "NIX_SSL_CERT_FILE names a file with the certificates that are trusted",
  },
  "bad-certificate-file": {
    kind: "mistake",
    title: "A file of certificates that cannot be read",
    explain:
      "`NIX_SSL_CERT_FILE`, `SSL_CERT_FILE` or the setting `ssl-cert-file` names a file that is not there or cannot be read. " +
      "Nothing is downloaded then, rather than with other certificates than the ones that are wanted.",
    text: (file: string) => `the file of certificates '${file}' cannot be read`,
  },
  "download-not-found": {
    kind: "mistake",
    title: "Something that is not on the server",
    explain: `The server says that there is no such thing. Forges say so, too, of what one may not see. ${tokens}`,
    text: (url: string, status: number, _host?: string) => `unable to download '${url}': HTTP error ${status}`,
    hint: (_url: string, _status: number, host?: string) =>
      host === undefined
        ? undefined
        : `it does not exist, or is private: 'access-tokens = ${host}=…' in nix.conf gives access`,
  },
  "download-forbidden": {
    kind: "mistake",
    title: "Something that one may not download",
    explain: `The server wants to know who asks, or does not let them. ${tokens}`,
    text: (url: string, status: number, _host?: string) => `unable to download '${url}': HTTP error ${status}`,
    hint: (_url: string, _status: number, host?: string) =>
      host === undefined
        ? "'netrc-file' in nix.conf names a file with names and passwords"
        : `'access-tokens = ${host}=…' in nix.conf gives access, if the token is valid`,
  },
  "rate-limited": {
    kind: "mistake",
    title: "Too many questions to a forge",
    explain: `Forges answer so many questions an hour, and many more for those who have a token. ${tokens}`,
    text: (url: string, status: number, _host?: string) =>
      `unable to download '${url}': HTTP error ${status}, too many requests`,
    hint: (_url: string, _status: number, host?: string) =>
      host === undefined
        ? "try again later"
        : `try again later; 'access-tokens = ${host}=…' in nix.conf raises the limit`,
  },
  "download-failed": {
    kind: "mistake",
    title: "A download that failed",
    explain: `The server answers with an error, several times if it looked as if that might pass. ${again}`,
    text: (url: string, status: number) => `unable to download '${url}': HTTP error ${status}`,
  },
  "too-many-redirects": {
    kind: "mistake",
    title: "A download that leads nowhere",
    explain: "Each answer only names another address; ten of them are followed, as in Nix.",
    text: (url: string) => `unable to download '${url}': too many redirects`,
  },
  "download-too-large": {
    kind: "limit",
    title: "A source that is larger than any source should be",
    explain:
      "A small archive can be made to unpack without an end. So there is a bound to what is downloaded and to what is " +
      "unpacked, which is far above what sources have (nixpkgs: 75,000 files, 300 MB). Nothing of it is kept.",
    text: (what: string, bound: string) => `'${what}' is larger than ${bound}`,
  },
  "archive-damaged": {
    kind: "mistake",
    title: "An archive that cannot be unpacked",
    explain: `The archive ends too early, is damaged, or is none: a page that tells of an error, perhaps. ${again}`,
    text: (what: string, reason: string) => `'${what}' cannot be unpacked: ${reason}`,
  },
  "archive-unsupported": {
    kind: "limit",
    title: "An archive of a kind that nivose does not unpack",
    explain:
      "Tarballs as they are, or compressed by gzip, xz, bzip2 or zstd are unpacked, and zip files. Nix knows a few more kinds, " +
      "and so are files with holes (`tar --sparse`) left to it.",
    text: (what: string, reason: string) => `'${what}' cannot be unpacked: ${reason}`,
  },
  "program-missing": {
    kind: "limit",
    title: "A program that is not installed",
    explain: "Git repositories are fetched by `git`, and archives are decompressed by `xz`, `bzip2` and `zstd`.",
    text: (program: string, what: string) => `'${program}' is not installed, which fetching '${what}' needs`,
  },
  "source-hash-mismatch": {
    kind: "mistake",
    title: "A source that is not what the lock file says",
    explain:
      "What was fetched has another hash than the one that it is locked to. Somebody has changed it where it is from, which " +
      "must not happen to a revision, or the hash was written by hand. It is not used. If the new one is right, lock it: " +
      "`nivose lock --update INPUT`.",
    text: (url: string, expected: string, got: string) =>
      `NAR hash mismatch in input '${url}', expected '${expected}' but got '${got}'`,
  },
  "forge-answer": {
    kind: "mistake",
    title: "An answer of a forge that makes no sense",
    explain:
      "A forge was asked for the commit of a branch or tag, and answered with something else. It may not exist there.",
    text: (what: string, reason: string) => `the forge does not say what '${what}' is: ${reason}`,
  },
  "immutable-link": {
    kind: "mistake",
    title: "A link to a tarball that is none",
    explain:
      'A server may say where a tarball stays what it is (`Link: <…>; rel="immutable"`). That has to be a tarball.',
    text: (url: string) => `'${url}': tarball 'Link' headers that redirect to non-tarball URLs are not supported`,
  },
  "git-fetch-failed": {
    kind: "mistake",
    title: "A Git repository that cannot be fetched",
    explain:
      "`git fetch` failed, and its own words are shown. It uses your keys, `~/.ssh/config`, credential helpers and settings; " +
      "what works with `git ls-remote URL` works here.",
    text: (url: string, words: string) => `cannot fetch the Git repository '${url}': ${words}`,
  },
  "git-revision-not-found": {
    kind: "mistake",
    title: "A revision that the repository does not have",
    explain: "The repository was fetched, and there is no such commit in what it gives out.",
    text: (url: string, rev: string, ref: string) =>
      `cannot find Git revision '${rev}' in ref '${ref}' of repository '${url}'`,
    hint: () => "make sure that the revision is on that branch, or add 'allRefs = true'",
  },
  "git-reference-not-found": {
    kind: "mistake",
    title: "A branch or tag that the repository does not have",
    explain: "The repository was reached, and there is no such reference in it.",
    text: (url: string, ref: string) => `the Git repository '${url}' has no reference '${ref}'`,
  },
  "git-shallow": {
    kind: "mistake",
    title: "A repository without its history",
    explain: "The repository was cloned with `--depth`, so its revisions cannot be counted.",
    text: (url: string) =>
      `'${url}' is a shallow Git repository, but shallow repositories are only allowed when \`shallow = true;\` is specified`,
  },
  "not-fetchable": {
    kind: "limit",
    title: "A source that nivose does not fetch",
    explain:
      "Mercurial repositories, and commits whose signatures are to be verified, are left to Nix. What Nix has fetched is " +
      "found in its store.",
    text: (what: string, reason: string) => `'${what}' is not fetched: ${reason}`,
    hint: () => "'nix flake archive' fetches it",
  },
  "no-source-cache": {
    kind: "mistake",
    title: "No place to keep what is fetched",
    explain: "What is fetched is kept below `$XDG_CACHE_HOME` or `~/.cache`. Neither is there.",
    text: () => "there is no folder for a cache, which sources are fetched into",
    hint: () => "set XDG_CACHE_HOME to a folder of yours",
  },
  "source-not-written": {
    kind: "mistake",
    title: "A source that cannot be written to the cache",
    explain: "The disk is full, or the cache does not belong to you. Nothing of the source is left there.",
    text: (what: string, reason: string) => `'${what}' cannot be written to the cache: ${reason}`,
  },
} as const satisfies MessageDefinitions;

export const fetchMessages = messageBuilders(fetchMessageDefinitions);
