/** What can be said about keys and documents. No parameter is ever a secret: they are names, places and public keys. */

export interface SopsMessageDefinition {
  readonly kind: "mistake" | "limit";
  readonly title: string;
  readonly explain: string;
  readonly text: (...parameters: never[]) => string;
  readonly hint?: (...parameters: never[]) => string | undefined;
}

const keyForms =
  "A recipient is a public key that starts with `age1`, and an identity is the secret key that belongs to it and starts " +
  "with `AGE-SECRET-KEY-1`. Both end in a checksum, so a mistyped one is noticed.";

const tampering =
  "Every value is bound to its place and to the key of the document, and all values together to a code in its metadata. " +
  "Somebody has changed the document without SOPS: by hand, by a merge, or on purpose. Nothing of it is shown. Take " +
  "the version before that from the history of the repository, and make the change again with `sops` or Nivose.";

const goPatterns =
  "SOPS reads regular expressions in the syntax of Go (RE2). They have no look-around and no references back, and some of " +
  "what they have means less than elsewhere: `\\s` and `\\w` are ASCII alone.";

const ruleNames =
  "`unencrypted_suffix`, `encrypted_suffix`, `unencrypted_regex`, `encrypted_regex`, `unencrypted_comment_regex` and " +
  "`encrypted_comment_regex`";

export const sopsMessageDefinitions = {
  "age-identity": {
    kind: "mistake",
    title: "A text that is no age identity",
    explain: `${keyForms} Identities of plugins and of other kinds are not supported.`,
    text: () => "this is not an age identity (AGE-SECRET-KEY-1…)",
  },
  "age-identity-file": {
    kind: "mistake",
    title: "A file of age identities that cannot be read",
    explain:
      `${keyForms} In a file of identities there is one on each line; empty lines and lines that start with \`#\` do not ` +
      "count.",
    text: (line: number) => `line ${line} of the file of identities is not an age identity (AGE-SECRET-KEY-1…)`,
  },
  "age-recipient": {
    kind: "mistake",
    title: "A text that is no age recipient",
    explain: keyForms,
    text: (recipient: string) => `${recipient} is not an age recipient (age1…)`,
    hint: () => "take the public key from the file of the identity, or from `age-keygen -y`",
  },
  "age-recipient-kind": {
    kind: "limit",
    title: "An age recipient of another kind",
    explain:
      "age also encrypts for SSH keys, for keys of plugins and for hybrid ones. Nivose encrypts for its own kind of key " +
      "alone, which starts with `age1`. The public key of an SSH host key of the type ed25519 can be turned into one by " +
      "`ssh-to-age`.",
    text: (start: string) => `Nivose cannot encrypt for a recipient of this kind: '${start}…'`,
  },
  "age-damaged": {
    kind: "mistake",
    title: "An age file that was changed or is none",
    explain:
      "An age file is authenticated from its first line to its last byte, and this one is not what was encrypted.",
    text: () => "this is not an age file, or it was changed after it had been encrypted",
  },
  "age-no-match": {
    kind: "mistake",
    title: "An age file for somebody else",
    explain: "The file is encrypted, but for none of the identities that were given.",
    text: () => "none of the identities can decrypt this",
  },
  "sops-yaml": {
    kind: "mistake",
    title: "A document that is not YAML",
    explain:
      "The document could not be read. What stands there is not shown, because it may be a secret. The YAML is that of " +
      "SOPS: 1.2, with what Go's library takes besides.",
    text: (line: number, problem: string) => `line ${line} is not YAML: ${problem}`,
  },
  "sops-json": {
    kind: "mistake",
    title: "A document that is not JSON",
    explain: "The document could not be read. What stands there is not shown, because it may be a secret.",
    text: (line: number) => `line ${line} is not JSON`,
  },
  "sops-not-utf8": {
    kind: "mistake",
    title: "A document that is not UTF-8",
    explain: "YAML and JSON documents are text in UTF-8. A file of another kind can be encrypted as a binary document.",
    text: () => "the document is not text in UTF-8",
  },
  "sops-not-text": {
    kind: "mistake",
    title: "A decrypted file that is no text",
    explain: "A binary document was decrypted, and what it holds is not text in UTF-8, but text was asked for.",
    text: () => "the decrypted file is not text",
  },
  "sops-not-binary": {
    kind: "mistake",
    title: "A document that is not a binary one",
    explain: "A binary document holds one text below `data`, and this one does not. Perhaps it is a JSON document.",
    text: () => "this is not a binary document: it has no text below 'data'",
  },
  "sops-not-in-json": {
    kind: "mistake",
    title: "A number that JSON cannot hold",
    explain: "JSON has no infinity and nothing for what is not a number.",
    text: () => "the document has a number that JSON cannot hold",
  },
  "sops-format": {
    kind: "limit",
    title: "A format that Nivose does not encrypt",
    explain: "Nivose encrypts YAML and JSON, and files of any kind as binary documents. SOPS also has INI and dotenv.",
    text: (format: string) => `Nivose does not encrypt .${format} files`,
    hint: () => "encrypt the file as a binary document, or put the values into a YAML document",
  },
  "sops-empty": {
    kind: "mistake",
    title: "An empty document",
    explain: "There is nothing to encrypt in the document: it needs at least one entry, or a line with `---`.",
    text: () => "the document is empty",
  },
  "sops-top-level": {
    kind: "mistake",
    title: "A document that is no set",
    explain: "SOPS encrypts the values of a set (an object, a mapping), and this document is a list or a single value.",
    text: () => "a document is a set of names and values, and this one is not",
    hint: () => "put what is in it below a name",
  },
  "sops-key": {
    kind: "mistake",
    title: "A name that is no text",
    explain: "The names in a document are text. YAML reads `1`, `true` and `null` as something else.",
    text: (key: string) => `${key} cannot be a name in a document: names are text`,
    hint: () => "put the name into quotes",
  },
  "sops-duplicate": {
    kind: "mistake",
    title: "A name that is there twice",
    explain:
      "A set has two values with the same name. SOPS 3.9 encrypts such a document, and cannot decrypt what it has made of it.",
    text: (path: string) => `the name ${path} is there twice`,
    hint: () => "remove one of the two",
  },
  "sops-value-kind": {
    kind: "mistake",
    title: "A value that SOPS 3.9 has no type for",
    explain:
      "SOPS 3.9 encrypts text, integers of 64 bits with a sign, floating point numbers and booleans. An unquoted date is " +
      "something else in YAML, and so is an integer above 9223372036854775807. In quotes both are text.",
    text: (path: string, what: string) =>
      what === "date" ? `the value of ${path} is a date` : `the value of ${path} is too large for an integer`,
    hint: () => "put the value into quotes",
  },
  "sops-too-deep": {
    kind: "limit",
    title: "A document that is nested too deeply",
    explain: "Nivose reads documents that are nested up to 500 levels deep.",
    text: () => "the document is nested too deeply",
  },
  "sops-too-large": {
    kind: "limit",
    title: "A document that becomes too large",
    explain: "What an alias stands for is written out in an encrypted document, and here that becomes too much.",
    text: () => "the aliases of the document stand for too much",
  },
  "sops-encrypted": {
    kind: "mistake",
    title: "A document that is encrypted already",
    explain: "SOPS keeps its metadata below the name `sops`, so a plain document cannot have that name at its top.",
    text: () => "the document has a part 'sops' already: is it encrypted?",
  },
  "sops-no-metadata": {
    kind: "mistake",
    title: "A document that is not encrypted",
    explain: "An encrypted document has a part `sops` that says for whom it is encrypted. This one has none.",
    text: () => "the document is not encrypted: it has no part 'sops'",
  },
  "sops-metadata": {
    kind: "mistake",
    title: "Metadata that cannot be read",
    explain: "A part of the metadata below `sops` is missing, or is not what SOPS writes.",
    text: (part: string) => `the metadata below 'sops' is damaged: ${part}`,
  },
  "sops-shamir": {
    kind: "limit",
    title: "A key that is split among groups",
    explain:
      "The key of the document is split by Shamir's scheme, so that several groups of people are needed to decrypt it. " +
      "Nivose does not put such keys together; `sops` does.",
    text: (groups: number) => `the key of the document is split among ${groups} groups`,
  },
  "sops-no-recipient": {
    kind: "mistake",
    title: "Nobody to encrypt for",
    explain: "Something was to be encrypted, but for nobody: then nobody could ever decrypt it.",
    text: () => "there is no recipient to encrypt for",
  },
  "sops-no-identity": {
    kind: "mistake",
    title: "A document for somebody else",
    explain:
      "The document is encrypted for the recipients that are named, and none of the identities is one of theirs.",
    text: (recipients: readonly string[]) =>
      recipients.length === 0
        ? "the document is encrypted for no age recipient"
        : `no identity can decrypt the document; it is for ${recipients.join(", ")}`,
    hint: () => "use the identity of one of its recipients, or have one of them add yours",
  },
  "sops-key-damaged": {
    kind: "mistake",
    title: "An encrypted key that was changed",
    explain: `The document says that its key is encrypted for this recipient, but it cannot be decrypted. ${tampering}`,
    text: (recipient: string) => `the key that is encrypted for ${recipient} was changed`,
  },
  "sops-foreign-key": {
    kind: "limit",
    title: "A key that Nivose cannot encrypt for",
    explain:
      "The document is also encrypted for keys of another kind (PGP, or those of a cloud). A new data key would have to be " +
      "encrypted for them, too, which Nivose cannot do; without that they would be locked out. `sops rotate` can.",
    text: (list: string) => `the document is also encrypted for keys of another kind: ${list}`,
  },
  "sops-value-damaged": {
    kind: "mistake",
    title: "A value that was changed",
    explain: tampering,
    text: (path: string) => `the encrypted value of ${path} was changed, or moved from another place`,
  },
  "sops-value-plain": {
    kind: "mistake",
    title: "A value that is not encrypted",
    explain:
      "By the rules of the document this value is encrypted, and what stands there is no ciphertext. Perhaps it was written " +
      `there by hand. If it is a secret, it is one no longer. ${tampering}`,
    text: (path: string) => `the value of ${path} should be encrypted, and is not`,
  },
  "sops-mac": {
    kind: "mistake",
    title: "A document that was changed",
    explain: tampering,
    text: () =>
      "the document was changed after it had been encrypted: its values are not those that it was authenticated with",
  },
  "sops-no-mac": {
    kind: "mistake",
    title: "A document that is not authenticated",
    explain: `The document has no code that authenticates its values. ${tampering}`,
    text: () => "the document is not authenticated: it has no 'mac'",
  },
  "sops-rules": {
    kind: "mistake",
    title: "More than one rule of what to encrypt",
    explain: `Only one of ${ruleNames} can say which values are encrypted.`,
    text: () => "more than one rule says which values are encrypted",
  },
  "sops-comment-rule": {
    kind: "mistake",
    title: "A rule that fits an encrypted comment",
    explain:
      "The rule `unencrypted_comment_regex` fits the text that a comment has after it was encrypted. What is below it could " +
      "then not be decrypted. Make the rule fit less.",
    text: () => "unencrypted_comment_regex fits a comment that is encrypted",
  },
  "sops-unreadable": {
    kind: "limit",
    title: "A document that could not be decrypted again",
    explain:
      "SOPS 3.9 writes some comments to another place than they were read from. Where `encrypted_comment_regex` or " +
      "`unencrypted_comment_regex` decides by them, a value would be encrypted by one rule and decrypted by another, and " +
      "the document could never be opened. Nivose tries that before it gives a document out, and this one failed.",
    text: () => "the encrypted document could not be decrypted again, because SOPS would move comments in it",
    hint: () => "move the comments in lists to other places, or select values by their names",
  },
  "sops-pattern": {
    kind: "mistake",
    title: "A regular expression that is none",
    explain: goPatterns,
    text: (pattern: string) => `this is not a regular expression of Go: ${pattern}`,
  },
  "sops-pattern-limit": {
    kind: "limit",
    title: "A regular expression that Nivose cannot use",
    explain:
      `${goPatterns} Nivose knows them but for a part alone that is to be read without regard to case, \`\\pL\` where all of it ` +
      "is, `\\C`, and `[[:^alpha:]]`.",
    text: (pattern: string) => `Nivose cannot use this regular expression: ${pattern}`,
  },
  "sops-path": {
    kind: "mistake",
    title: "A place that a document does not have",
    explain:
      "A value is set below the names of sets and the places in lists, which count from zero. A place in a list can be at " +
      "most one behind its last, and below a single value there is nothing.",
    text: (path: string) => `the document has no place ${path}`,
  },
  "sops-config": {
    kind: "mistake",
    title: "A `.sops.yaml` that cannot be read",
    explain:
      "A part of `.sops.yaml` is not what SOPS expects: `creation_rules` and `key_groups` are lists of sets, `age` is a text " +
      "with commas or a list of texts, and the other fields of a rule are texts.",
    text: (field: string) => `'${field}' in .sops.yaml is not what it has to be`,
  },
  "sops-no-rule": {
    kind: "mistake",
    title: "A file that no rule of `.sops.yaml` fits",
    explain:
      "The `creation_rules` of `.sops.yaml` say for whom files are encrypted, by regular expressions for their paths " +
      "relative to the folder of that file. None of them fits this path.",
    text: (path: string) => `no creation rule in .sops.yaml fits ${path}`,
    hint: () => "add a rule whose path_regex fits the path",
  },
  "sops-shamir-rule": {
    kind: "limit",
    title: "A rule that splits keys among groups",
    explain:
      "The rule in `.sops.yaml` has several `key_groups`: the key of a document is then split by Shamir's scheme, and several " +
      "groups of people are needed to decrypt it. Nivose does not split keys; `sops` does.",
    text: (path: string, groups: number) => `by .sops.yaml the key of ${path} is split among ${groups} groups`,
  },
  "sops-rule-key": {
    kind: "limit",
    title: "A rule with keys of another kind",
    explain:
      "The rule in `.sops.yaml` asks to encrypt for keys that are not age's. Nivose cannot do that, and leaving them out would " +
      "lock people out. `sops` can.",
    text: (path: string, field: string) => `by .sops.yaml ${path} is also encrypted for keys of another kind: ${field}`,
  },
} satisfies Readonly<Record<string, SopsMessageDefinition>>;

export type SopsCode = keyof typeof sopsMessageDefinitions;
