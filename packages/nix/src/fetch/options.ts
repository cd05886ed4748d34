/** What fetching depends on besides the source. */

export interface FetchOptions {
  /** The folder of the cache: `sources` and `git` are made in it. */
  readonly cache: string;
  readonly network: NetworkSettings;
  /** For the programs that are run: git, and those that decompress. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether somebody is there who can be asked for a password. */
  readonly isInteractive: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FetchProgress) => void;
  /** Seconds since 1970. */
  readonly now: number;
  /** Something that Nix only warns of. */
  readonly warn: (text: string) => void;
}

export interface NetworkSettings {
  /** `access-tokens`, by host. */
  readonly accessTokens: ReadonlyMap<string, string>;
  /** What is in `netrc-file`. */
  readonly netrc: string | undefined;
  /** The certificates that are trusted, as a file of theirs; those that Node trusts if there is none. */
  readonly certificates: string | undefined;
  /** Seconds; 0 is never. */
  readonly connectTimeout: number;
  /** Seconds without a byte; 0 is never. */
  readonly stalledTimeout: number;
  readonly attempts: number;
  /** Milliseconds before the second attempt, which double from then on. */
  readonly retryDelay: number;
  readonly userAgent: string;
}

export interface FetchProgress {
  /** The source, as it may be shown. */
  readonly source: string;
  readonly step: "downloading" | "unpacking" | "hashing" | "fetching" | "retrying";
  /** Bytes; of a Git repository, what git itself tells. */
  readonly received?: number;
  readonly total?: number | undefined;
  readonly told?: string;
}
