/**
 * The colours, by what they mean. Everything that is printed takes a style, and a style without colours returns the
 * text as it is, so no printer asks whether there are any.
 */

export type Paint = (text: string) => string;

export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  /** What the user has to mend. */
  readonly mistake: Paint;
  /** What this tool cannot do. */
  readonly limit: Paint;
  /** What is wrong with this tool. */
  readonly bug: Paint;
  /** What to do next. */
  readonly hint: Paint;
  readonly good: Paint;
}

const asItIs: Paint = (text) => text;

export const plain: Style = {
  strong: asItIs,
  faint: asItIs,
  mistake: asItIs,
  limit: asItIs,
  bug: asItIs,
  hint: asItIs,
  good: asItIs,
};

/** The sixteen colours that every terminal lets its user choose: readable on a light and on a dark ground. */
export const colored: Style = {
  strong: paint("1"),
  faint: paint("2"),
  mistake: paint("1;31"),
  limit: paint("1;33"),
  bug: paint("1;35"),
  hint: paint("36"),
  good: paint("32"),
};

function paint(attributes: string): Paint {
  return (text) => (text === "" ? "" : `\u001b[${attributes}m${text}\u001b[0m`);
}
