/** Parameters of a message, named as behind each code in `src/core/issues.ts` and `src/core/reasons.ts`. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A message that is completed by parameters. */
export type Message = (params: MessageParams) => string;

/** A message written as text with `{name}` where a parameter stands; a parameter that is not given stays visible as its name. */
export function message(template: string): Message {
  return (params) => template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}

/**
 * As {@link message}, in a language that tells one from several: of `{rows:row|rows}` the first words stand where the parameter `rows` is 1,
 * otherwise the second.
 */
export function countedMessage(template: string): Message {
  return (params) => {
    const worded = template.replace(
      /\{(\w+):([^|{}]*)\|((?:[^{}]|\{\w+\})*)\}/gu,
      (_, name: string, one: string, several: string) => (params[name] === 1 ? one : several),
    );
    return message(worded)(params);
  };
}

/** The texts whose own parameter is not 0, filled in; each text stands under the name of its parameter. */
export function counts(params: MessageParams, texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts)
    .filter(([name]) => params[name] !== 0)
    .map(([, text]) => message(text)(params));
}

/** The words that `code` stands for; a code without words stands for itself. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string | number | undefined): string {
  return words[String(code)] ?? String(code);
}

/** The sentence of an issue, whose code is the parameter `issue`. */
export function issueText(issues: Readonly<Record<string, Message>>, params: MessageParams): string {
  return issues[String(params["issue"])]?.(params) ?? String(params["issue"]);
}

/** A share (0–1) as a percentage without needless decimals; anything else as it is. */
export function percent(share: string | number | undefined): string {
  return typeof share === "number" ? `${Number((share * 100).toFixed(1))}%` : String(share);
}
