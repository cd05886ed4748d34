/** Fetching for a verb: its settings are read when the first source is needed, and nothing is left when it is over. */

import path from "node:path";
import {
  type Fetched,
  type FetchOptions,
  FetchError,
  fetchInput,
  fetchMessages,
  fetchRegistry,
  nameOf,
} from "@nivose/nix/fetch";
import type { Context } from "../context.ts";
import { cacheHome } from "../unit-cache.ts";
import { certificateFile, networkSettings, settingsInForce } from "./network.ts";
import { ProgressReport } from "./progress.ts";

type Attributes = Parameters<typeof fetchInput>[0];

export class Fetching {
  readonly #context: Context;
  readonly #option: readonly string[] | undefined;
  readonly #progress: ProgressReport;
  readonly #stop = new AbortController();
  readonly #forget: () => void;
  #options: FetchOptions | undefined;
  /** What was fetched so far. */
  readonly fetched: Fetched[] = [];

  /** `option` is what the command line says of Nix's settings. */
  constructor(option: readonly string[] | undefined, context: Context) {
    this.#context = context;
    this.#option = option;
    this.#progress = new ProgressReport(context);
    this.#forget = context.onInterrupt(() => {
      this.#stop.abort();
      this.#progress.end();
    });
  }

  /** Throws a {@link FetchError}. */
  async get(attributes: Attributes): Promise<Fetched> {
    try {
      const fetched = await fetchInput(attributes, this.#settled());
      this.fetched.push(fetched);
      return fetched;
    } finally {
      this.#progress.done(nameOf(attributes));
    }
  }

  /** The file of the global registry; nothing if there is none on a server. */
  async registry(): Promise<string | undefined> {
    const settings = settingsInForce(this.#option, this.#context);
    const url = settings.text("flake-registry") ?? GLOBAL_REGISTRY;
    const isUsed = settings.text("use-registries") !== "false" && /^https?:/u.test(url);
    return isUsed ? fetchRegistry(url, this.#settled()) : undefined;
  }

  end(): void {
    this.#forget();
    this.#progress.end();
  }

  #settled(): FetchOptions {
    this.#options ??= this.#read();
    return this.#options;
  }

  #read(): FetchOptions {
    const context = this.#context;
    const cache = cacheHome(context);
    if (cache === undefined) throw new FetchError(fetchMessages["no-source-cache"]());
    const settings = settingsInForce(this.#option, context);
    const certificates = certificateFile(settings, context);
    const environment = Object.fromEntries(
      Object.entries(context.environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return {
      cache: path.resolve(cache),
      network: networkSettings(settings, context),
      // git knows neither Nix's settings nor its variable
      environment: certificates === undefined ? environment : { GIT_SSL_CAINFO: certificates, ...environment },
      isInteractive: context.stdin.isTerminal && context.stderr.isTerminal,
      now: Math.floor(context.now() / 1000),
      signal: this.#stop.signal,
      onProgress: this.#progress.hear,
      warn: (text) => this.#progress.line(`warning: ${text}`),
    };
  }
}

const GLOBAL_REGISTRY = "https://channels.nixos.org/flake-registry.json";
