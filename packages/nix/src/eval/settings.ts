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
  nixVersion: string;
  home: string;
  environment: (name: string) => string | undefined;
  traceVerbose: boolean;
  abortOnWarn: boolean;
  experimentalFeatures: Set<string>;
  /** A line of `trace` or a warning. */
  print: (line: string) => void;
}

export const settings: Settings = {
  pure: false,
  restricted: false,
  allowedPaths: [],
  allowedUris: [],
  nixPath: [],
  workingFolder: "/",
  currentSystem: "x86_64-linux",
  currentTime: 0,
  storeDir: "/nix/store",
  nixVersion: "2.26.3",
  home: "/homeless-shelter",
  environment: () => undefined,
  traceVerbose: false,
  abortOnWarn: false,
  experimentalFeatures: new Set(["flakes", "nix-command"]),
  print: () => {},
};
