import fc from "fast-check";
import { FUNCTIONS } from "../../src/functions/catalogue";
import type { WorksheetFunction } from "../../src/functions/declaration";
import { ERROR_CODES } from "../../src/functions/values";
import { called, type ErrorShown } from "./called";

const word = fc.constantFrom(
  ...[
    "未评",
    "不适用",
    "无",
    "—",
    " ",
    "2021-03-05",
    "3月5日",
    "2021Q2",
    "2021",
    "1/3",
    "2/3",
    "20余人",
    "９５％",
    "逆向",
    "-1",
  ],
  ...[
    "minmax",
    "minmax:0.01",
    "raw",
    "z",
    "goalposts",
    "linear",
    "standard",
    "月",
    "year",
    "支部",
    "活动台账",
    "=1+1",
    "'",
  ],
);
const text = fc.string({ maxLength: 8 }).filter((each) => !/[{}]/u.test(each));
const number = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double(),
  fc.constantFrom(0, -0, 44_197, 1e-300, 1e300),
);
const error = fc.constantFrom(...ERROR_CODES.map((code) => ({ error: code })));
const cell = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: text },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(null, "") },
  { weight: 1, arbitrary: error },
);
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const argument = fc.oneof(cell, matrix, fc.constant(null));

/** The arguments of an example with some exchanged for others: they come further than arguments that are all arbitrary. */
function nearExample(fn: WorksheetFunction): fc.Arbitrary<readonly unknown[]> {
  return fc
    .tuple(
      fc.constantFrom(...fn.examples),
      fc.array(fc.tuple(fc.nat(fn.parameters.length - 1), argument), { maxLength: 2 }),
    )
    .map(([example, changes]) =>
      changes.reduce<readonly unknown[]>(
        (args, [index, changed]) => args.with(index, changed),
        fn.parameters.map((_, index) => example.arguments[index] ?? null),
      ),
    );
}

function isError(result: unknown): result is ErrorShown {
  return typeof result === "object" && result !== null && "error" in result;
}

/** Cells of a result, each of which Excel can show. */
function cellsOf(result: unknown): readonly unknown[] {
  if (!Array.isArray(result)) return [result];
  const widths = new Set(result.map((row: unknown) => (Array.isArray(row) ? row.length : -1)));
  expect(widths.size).toBe(1);
  expect(Math.min(...widths)).toBeGreaterThan(0);
  return result.flat();
}

describe.each(FUNCTIONS.map((fn) => [fn.name, fn] as const))("%s", (_, fn) => {
  const any = fc.oneof(
    fc.array(argument, { minLength: fn.parameters.length, maxLength: fn.parameters.length }),
    nearExample(fn),
  );

  it("answers whatever a user can enter with cells that Excel can show, and explains its own errors in both languages", () => {
    fc.assert(
      fc.property(any, fc.constantFrom("zh-CN" as const, "en-US" as const), (args, locale) => {
        for (const shown of cellsOf(called(fn, args, locale))) {
          if (isError(shown)) {
            const { error: code, message } = shown;
            // Other errors are those of an argument, or what comes of numbers beyond measure; they need no words.
            if (message === null)
              expect(JSON.stringify(args)).toMatch(code === "#NUM!" ? /#NUM!|null|e[+]\d{2,}/u : code);
            else expect(message).toMatch(locale === "zh-CN" ? /^[^{}]*\p{Script=Han}[^{}]*。$/su : /^[^{}]*\.$/su);
            expect(message ?? "").not.toMatch(/undefined|\[object|NaN/u);
          } else {
            expect(["number", "string", "boolean"]).toContain(typeof shown);
            if (typeof shown === "number") expect(Number.isFinite(shown)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
