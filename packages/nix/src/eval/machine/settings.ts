/** What an evaluation depends on besides its source; set before it starts. */

export interface SearchPathEntry {
  /** `nixpkgs` of `nixpkgs=/a/path`, or empty. */
  readonly prefix: string;
  readonly path: string;
}

export interface Settings {
  pure: boolean;
  /** `--restrict-eval`: only allowed paths may be read, and nothing of the environment. Pure evaluation has that, too. */
  restricted: boolean;
  /** Absolute paths below which files may be read when restricted. */
  allowedPaths: string[];
  /** What URLs may start with when restricted. */
  allowedUris: string[];
  nixPath: SearchPathEntry[];
  /** To what the paths of the search path are relative. */
  workingFolder: string;
  currentSystem: string;
  /** Seconds. */
  currentTime: number;
  storeDir: string;
  /** Where the folder of the store is on the disk: somewhere else where the store has another root. */
  storePlace: string;
  /** Whether the installed Nix writes into the store itself, and does not ask a daemon. */
  ownsStore: boolean;
  /** A folder with sources of flakes by their hashes; none where nothing is kept. */
  sourceCache: string | undefined;
  /** Folders that do not change, by the hash that each is known to have, written as `sha256-…`. */
  knownSources: Readonly<Record<string, string>>;
  /** Files of registries, which say what flakes such as `nixpkgs` are; the first that knows a name counts. */
  registries: readonly string[];
  /** What flakes are to be taken for others, before any registry is asked. */
  flakeOverrides: readonly { readonly from: string; readonly to: string }[];
  /** Whether a lock file may hold what is no commit. */
  allowDirtyLocks: boolean;
  /** The words of a command that runs the installed `nix-store`; none where no Nix is installed. */
  nixStore: readonly string[];
  /** After how many seconds a program of Nix is stopped; the thread can do nothing else while it runs. 0 is never. */
  programTimeout: number;
  /** Whether what an expression reads may be built for it. */
  importFromDerivation: boolean;
  nixVersion: string;
  home: string;
  environment: (name: string) => string | undefined;
  traceVerbose: boolean;
  abortOnWarn: boolean;
  experimentalFeatures: Set<string>;
  /** A line of `trace` or a warning. */
  print: (line: string) => void;
}

/** What holds unless a request says otherwise. */
export const defaultSettings: Readonly<Settings> = {
  pure: false,
  restricted: false,
  allowedPaths: [],
  allowedUris: [],
  nixPath: [],
  workingFolder: "/",
  currentSystem: "x86_64-linux",
  currentTime: 0,
  storeDir: "/nix/store",
  storePlace: "/nix/store",
  ownsStore: true,
  sourceCache: undefined,
  knownSources: {},
  registries: [],
  flakeOverrides: [],
  allowDirtyLocks: false,
  nixStore: [],
  programTimeout: 0,
  importFromDerivation: true,
  nixVersion: "2.26.3",
  home: "/homeless-shelter",
  environment: () => undefined,
  traceVerbose: false,
  abortOnWarn: false,
  experimentalFeatures: new Set(["flakes", "nix-command"]),
  print: () => {},
};

export const settings: Settings = { ...defaultSettings };
