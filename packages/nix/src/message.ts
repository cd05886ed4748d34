/**
 * What a user can be told. Every text that reaches a user is made by a typed builder of a catalogue: the code is
 * stable (tests, suppressions and documentation name it), the words may improve.
 *
 * The language's messages are declared in this package and the tool's in the other; `cli/catalogue.ts` of the tool
 * joins them, and `docs/messages/` is written from that one catalogue.
 */

/**
 * Whose doing it is. A `mistake` is the user's to mend, a `limit` is something that Nix can do and this tool cannot
 * (yet), a `bug` is ours and says how to report it.
 */
export type MessageKind = "mistake" | "limit" | "bug";

/** One message as data. `text` never ends in a full stop and never names a file: the range says where. */
export interface Message {
  readonly code: string;
  readonly kind: MessageKind;
  readonly text: string;
  /** What to do next, in the imperative. */
  readonly hint?: string;
}

/** A half-open range of byte offsets into one source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A message about a place in a source. */
export interface Diagnostic extends Message {
  readonly range: Range;
  /** Other places that explain this one, such as the first of two definitions. */
  readonly related?: readonly { readonly range: Range; readonly text: string }[];
}

/** How one message is declared: its words, and the page of documentation that is made from it. */
export interface MessageDefinition<Parameters extends readonly never[] = readonly never[]> {
  readonly kind: MessageKind;
  /** The heading of its page. */
  readonly title: string;
  /** The body of its page, in Markdown: what it means, why it is so, what to do. */
  readonly explain: string;
  /** Nix that provokes it, and the same mended. The tests run both. */
  readonly example?: { readonly bad: string; readonly good: string };
  readonly text: (...parameters: Parameters) => string;
  readonly hint?: (...parameters: Parameters) => string | undefined;
}

// oxlint-disable-next-line typescript/no-explicit-any -- builders differ in their parameters; each keeps its own type
export type MessageDefinitions = Readonly<Record<string, MessageDefinition<any>>>;

/** The builders of a catalogue: one function per code, with the parameters of its `text`. */
export type MessageBuilders<Definitions extends MessageDefinitions> = {
  readonly [Code in keyof Definitions]: (...parameters: Parameters<Definitions[Code]["text"]>) => Message;
};

export function messageBuilders<const Definitions extends MessageDefinitions>(
  definitions: Definitions,
): MessageBuilders<Definitions> {
  const builders: Record<string, (...parameters: never[]) => Message> = {};
  for (const [code, definition] of Object.entries(definitions)) {
    builders[code] = (...parameters) => {
      const hint = definition.hint?.(...parameters);
      const message = { code, kind: definition.kind, text: definition.text(...parameters) };
      return hint === undefined ? message : { ...message, hint };
    };
  }
  return builders as unknown as MessageBuilders<Definitions>;
}
