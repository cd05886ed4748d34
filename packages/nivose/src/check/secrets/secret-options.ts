/** Options whose value is a secret by what they are, or by their name. */

type Path = readonly (string | undefined)[];

export type Secrecy =
  /** The option is there for a secret, in clear. */
  | "declared"
  /** Its name says so. */
  | "named";

/** Whether a value had better not be shown: that it is called like a secret is enough. */
export function mayBeSecret(path: Path): boolean {
  // what sops and age are told are names of secrets
  const isOfNames = path[0] === "sops" || path[0] === "age";
  const isCalledSo = path.slice(-2).some((part) => part !== undefined && calledSecret.test(part));
  return secrecyOf(path) !== undefined || (isCalledSo && !isOfNames);
}

const calledSecret =
  /(?:password|passwd|passphrase|passcode|psk|pskraw|secret|token|api_?key|private_?key|(?:^|_)pass)(?:_?hash)?$/iu;

export function secrecyOf(path: Path): Secrecy | undefined {
  const last = path.at(-1);
  if (last === undefined || !mayNameSecrets(last)) return undefined;
  if (declared.some((pattern) => fits(pattern, path))) return "declared";
  if (environments.some((pattern) => fits(pattern, path))) return variable.test(last) ? "named" : undefined;
  if (path[0] === "virtualisation" && path[1]?.startsWith("vmVariant") === true) return undefined;
  return tops.has(path[0] ?? "") && path.length > 2 && (name.test(last) || variable.test(last)) ? "named" : undefined;
}

/** Whether the names of such options can be in a text: most files have none of these words. */
export function mayNameSecrets(text: string): boolean {
  return /pass|psk|token|secret|key/iu.test(text);
}

/** Whether a text that an option of a secret's name has may be one: a name of a thing has no digits, a token has. */
export function looksLikeSecret(last: string, text: string): boolean {
  if (/\s/u.test(text) || /^(?:https?|file|ldaps?|unix|postgres\w*|redis|mysql):/u.test(text) || text.includes("://"))
    return false;
  const isPassword = /pass(?:word|wd|phrase)$|psk$/iu.test(last);
  if (isPassword) return text.length >= 6 && !/^[a-z][a-z]*(?:[-_.][a-z]+)*$/u.test(text);
  return text.length >= 16 && /\d/u.test(text) && /[a-z]/iu.test(text) && !/^[\w]+(?:[-.][a-z]+)+$/u.test(text);
}

const declared: readonly Pattern[] = [
  "users.users.*.password",
  "users.users.*.initialPassword",
  "users.extraUsers.*.password",
  "users.extraUsers.*.initialPassword",
  "networking.wireless.networks.*.psk",
  "networking.wireless.networks.*.pskRaw",
  "networking.wireguard.interfaces.*.privateKey",
  "networking.wg-quick.interfaces.*.privateKey",
  "services.vaultwarden.config.ADMIN_TOKEN",
  "services.vaultwarden.config.SMTP_PASSWORD",
  "services.vaultwarden.config.adminToken",
  "services.vaultwarden.config.smtpPassword",
  ...["gitea", "forgejo"].flatMap((name) => [
    `services.${name}.settings.database.PASSWD`,
    `services.${name}.settings.mailer.PASSWD`,
    `services.${name}.settings.oauth2.JWT_SECRET`,
    `services.${name}.settings.security.INTERNAL_TOKEN`,
    `services.${name}.settings.security.SECRET_KEY`,
    `services.${name}.settings.server.LFS_JWT_SECRET`,
  ]),
].map(patternOf);

const environments: readonly Pattern[] = [
  "environment.variables.*",
  "environment.sessionVariables.*",
  "home.sessionVariables.*",
  "systemd.globalEnvironment.*",
  "systemd.services.*.environment.*",
  "systemd.user.services.*.environment.*",
  "virtualisation.oci-containers.containers.*.environment.*",
].map(patternOf);

const variable = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|API_?KEY|SECRET_KEY|PRIVATE_KEY|ACCESS_KEY)$/u;

const tops: ReadonlySet<string> = new Set(["services", "networking", "programs", "virtualisation", "security"]);

const name =
  /^(?:(?:[a-z]\w*_)?(?:password|passwd|passphrase|psk|api_?key|api_token|secret_?key|access_token|auth_token|client_secret|token|secret)|\w*(?:Password|Passphrase|ApiKey|ApiToken|AccessToken|AuthToken|SecretKey|ClientSecret)|apiKey|apiToken|accessToken|authToken|clientSecret|privateKey|presharedKey)$/u;

type Pattern = readonly string[];

function patternOf(written: string): Pattern {
  return written.split(".");
}

function fits(names: Pattern, path: Path): boolean {
  return names.length === path.length && names.every((part, at) => part === "*" || part === path[at]);
}
