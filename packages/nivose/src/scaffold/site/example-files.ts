/** Whether a file is of an example, a test or a template: what it says is not about the repository itself. */
export function isExample(file: string): boolean {
  return file
    .split("/")
    .slice(0, -1)
    .some((each) => /^(?:templates?|examples?|tests?|checks?)$/u.test(each));
}
