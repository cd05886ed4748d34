/** Fetching with a cache and settings of a test's own. */

import type { FetchOptions, NetworkSettings } from "../../../src/fetch/index.ts";
import { gitEnvironment } from "../../flake/support/flake-case.ts";

export interface TestOptions extends FetchOptions {
  readonly warnings: string[];
}

export function testOptions(
  cache: string,
  network: Partial<NetworkSettings> = {},
  others: Partial<FetchOptions> = {},
): TestOptions {
  const warnings: string[] = [];
  return {
    cache,
    network: {
      accessTokens: new Map(),
      netrc: undefined,
      certificates: undefined,
      connectTimeout: 10,
      stalledTimeout: 10,
      attempts: 3,
      retryDelay: 1,
      userAgent: "nivose/test",
      ...network,
    },
    environment: gitEnvironment,
    isInteractive: false,
    now: 0,
    signal: new AbortController().signal,
    onProgress: () => {},
    warn: (text) => warnings.push(text),
    ...others,
    warnings,
  };
}
