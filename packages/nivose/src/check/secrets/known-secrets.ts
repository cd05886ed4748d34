/**
 * Secrets that are known by their form: private keys, and tokens of services that mark them as such. That a text looks random is
 * never enough, and what is an example by its own account is none.
 */

import type { Range } from "@nivose/nix/message";
import { Identity } from "@nivose/sops";
import { isCalledExample, isPlaceholder } from "./placeholders.ts";

export interface KnownSecret {
  /** What it is, with its article. */
  readonly kind: string;
  readonly range: Range;
  /** Whether the range has the secret itself, and not only what announces it. */
  readonly isWithin: boolean;
}

interface Form {
  readonly kind: string;
  /** The first group, if there is one, is the secret. */
  readonly pattern: RegExp;
  readonly isSecret?: (found: string, text: string, at: number) => boolean;
  /** Whether what is found only announces the secret. */
  readonly isHeading?: boolean;
}

const forms: readonly Form[] = [
  {
    kind: "a private key",
    pattern: /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY(?: BLOCK)?-----/gu,
    isSecret: (_found, text, at) => isOpenKey(text.slice(at, at + LONGEST_KEY)),
    isHeading: true,
  },
  {
    kind: "an age key",
    pattern: /\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/gu,
    isSecret: isIdentity,
  },
  {
    kind: "a token of GitHub",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/gu,
  },
  { kind: "a token of GitLab", pattern: /\bgl(?:pat|dt|ptt|cbt|rt|ft|imt|agent)-[\w-]{20,64}(?![\w-])/gu },
  {
    kind: "a secret key of AWS",
    pattern: /aws_secret_access_key["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/giu,
  },
  { kind: "a token of Slack", pattern: /\bxox[abpres]-\d{9,14}-\d{9,14}-[\w-]{20,80}(?![\w-])/gu },
  {
    kind: "a webhook of Slack",
    pattern: /https:\/\/hooks\.slack\.com\/services\/(T[A-Z0-9]{7,12}\/B[A-Z0-9]{7,12}\/[A-Za-z0-9]{24})\b/gu,
  },
  {
    kind: "a webhook of Discord",
    pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/(\d{17,20}\/[\w-]{60,80})(?![\w-])/gu,
  },
  {
    kind: "a key of Tailscale",
    pattern: /\btskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{8,}-[A-Za-z0-9]{20,}\b/gu,
  },
  { kind: "a secret key of Stripe", pattern: /\b[rs]k_live_[A-Za-z0-9]{24,100}\b/gu },
  { kind: "a key of OpenAI", pattern: /\bsk-(?:proj-|svcacct-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100}(?![\w-])/gu },
  { kind: "a key of Anthropic", pattern: /\bsk-ant-(?:api|admin)\d\d-[\w-]{80,110}(?![\w-])/gu },
  { kind: "a token of npm", pattern: /\bnpm_[A-Za-z0-9]{36}\b/gu },
  { kind: "a token of PyPI", pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,250}/gu },
  { kind: "a key of SendGrid", pattern: /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/gu },
  { kind: "a token of DigitalOcean", pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/gu },
  { kind: "a token of Docker Hub", pattern: /\bdckr_(?:pat|oat)_[\w-]{27,40}(?![\w-])/gu },
  { kind: "a token of a bot for Telegram", pattern: /(?<![\w:])\d{8,10}:AA[\w-]{33}(?![\w-])/gu },
  { kind: "a token of Vault", pattern: /\bhvs\.[\w-]{24,120}(?![\w-])/gu },
  {
    kind: "a key that signs for a binary cache",
    pattern: /(?<![\w.-])[A-Za-z0-9][\w.-]*-\d+:([A-Za-z0-9+/]{86}==)/gu,
  },
  {
    kind: "a private key of WireGuard",
    pattern: /^[ \t]*(?:PrivateKey|PresharedKey)[ \t]*=[ \t]*([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)[ \t]*\r?$/gmu,
  },
];

/** What any of them has, so that a text without it is looked at once. */
const hints =
  /PRIVATE KEY|AGE-SECRET|gh[pousr]_|github_pat|gl\w+-|aws_secret|xox|hooks\.slack|webhooks\/|tskey-|k_live_|T3BlbkFJ|sk-ant|npm_|pypi-|SG\.|do[opr]_v1|dckr_|:AA|hvs\.|-\d+:|PrivateKey|PresharedKey/iu;

/** `text` has one character a byte. */
export function knownSecretsIn(text: string): KnownSecret[] {
  if (!hints.test(text)) return [];
  return forms.flatMap(({ kind, pattern, isSecret, isHeading = false }) =>
    [...text.matchAll(pattern)].flatMap((match): KnownSecret[] => {
      const found = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(found);
      if (isSecret?.(found, text, start) === false || isCalledExample(text, start)) return [];
      if (!isHeading && isExample(found)) return [];
      return [{ kind, range: { start, end: start + found.length }, isWithin: !isHeading }];
    }),
  );
}

/** A secret has many different characters, and none in a row that a person would type. */
function isExample(found: string): boolean {
  const secret = found.replace(/^[A-Za-z]+[_-]/u, "");
  if (new Set(secret).size < Math.min(10, secret.length / 2)) return true;
  return /example|1234567|abcdefg|(.)\1{5}|dummy|fake|placeholder|replace|your/iu.test(secret) || isPlaceholder(secret);
}

function isIdentity(found: string): boolean {
  try {
    Identity.parse(found);
    return true;
  } catch {
    return false;
  }
}

/** The longest that is looked at to see what a key is. */
const LONGEST_KEY = 20_000;

/** Whether a key block has a key in it, and one that nothing protects. */
function isOpenKey(block: string): boolean {
  const match = /^-----BEGIN ([A-Z ]+)-----(.*?)-----END \1-----/su.exec(block);
  const body = match?.[2];
  if (body === undefined || /Proc-Type: 4,ENCRYPTED|\$\{|\.\.\.|<[a-z]/u.test(body)) return false;
  const base64 = body
    .replaceAll(/\\n|\\r/gu, "")
    .replaceAll(/^[A-Za-z-]+: .*$/gmu, "")
    .replaceAll(/[\s"'+|>\\]/gu, "");
  if (base64.length < SHORTEST_KEY || /[^A-Za-z0-9+/=]/u.test(base64) || new Set(base64).size < 20) return false;
  const bytes = Buffer.from(base64, "base64");
  // the name of the cipher comes first, and is none if there is no passphrase
  const magic = "openssh-key-v1\0";
  if (bytes.subarray(0, magic.length).toString("latin1") !== magic) return true;
  const length = bytes.readUInt32BE(magic.length);
  return bytes.subarray(magic.length + 4, magic.length + 4 + length).toString("latin1") === "none";
}

const SHORTEST_KEY = 60;
