/** How the network is used: what Nix's settings and the environment say of tokens, certificates and patience. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FetchError, fetchMessages, type NetworkSettings, parseAccessTokens } from "@nivose/nix/fetch";
import type { Context } from "../context.ts";
import { readConfiguration } from "../nix-conf.ts";
import { NixSettings } from "../nix-settings.ts";
import { readPairs } from "../pairs.ts";
import { version } from "../product.ts";

/** The settings that are in force; those that make no sense were told of already. */
export function settingsInForce(option: readonly string[] | undefined, context: Context): NixSettings {
  const configured = readConfiguration(context);
  const fromFiles = Array.isArray(configured) ? configured.map((each) => ({ ...each, at: 0, isFlag: false })) : [];
  return new NixSettings([...fromFiles, ...readPairs(option)]);
}

/** Throws a {@link FetchError} if what is named cannot be read: nothing is asked for with other certificates then. */
export function networkSettings(settings: NixSettings, context: Context): NetworkSettings {
  const { environment } = context;
  const suffix = settings.text("user-agent-suffix");
  return {
    accessTokens: parseAccessTokens(settings.list("access-tokens", [])),
    netrc: contentOf(settings.text("netrc-file") ?? path.join(environment["NIX_CONF_DIR"] || "/etc/nix", "netrc")),
    certificates: certificatesIn(certificateFile(settings, context)),
    connectTimeout: settings.number("connect-timeout") ?? USUAL_CONNECT_TIMEOUT,
    stalledTimeout: settings.number("stalled-download-timeout") ?? 300,
    attempts: Math.max(1, settings.number("download-attempts") ?? 5),
    retryDelay: 250,
    userAgent: `nivose/${version}${suffix === undefined || suffix === "" ? "" : ` ${suffix}`}`,
  };
}

/** Nix waits as long as the system does, which may be minutes. */
const USUAL_CONNECT_TIMEOUT = 60;

/** The file of certificates that somebody has named. */
export function certificateFile(settings: NixSettings, { environment }: Context): string | undefined {
  const { NIX_SSL_CERT_FILE, SSL_CERT_FILE } = environment;
  return settings.text("ssl-cert-file") || NIX_SSL_CERT_FILE || SSL_CERT_FILE || undefined;
}

const usualCertificates = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/nix/var/nix/profiles/default/etc/ssl/certs/ca-bundle.crt",
];

function certificatesIn(named: string | undefined): string | undefined {
  const file = named ?? usualCertificates.find((each) => existsSync(each));
  if (file === undefined) return undefined;
  const text = contentOf(file);
  if (text === undefined && named !== undefined) throw new FetchError(fetchMessages["bad-certificate-file"](file));
  return text;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
