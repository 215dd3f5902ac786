import { toResult } from "../../src/core/result";
import { representative } from "../core/report/sample";
import { page } from "./page";

const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(page("json-result.md"))?.[1] ?? "null");
// One branch that shows every key: `reason` stands only where a figure is missing, `robustness` only where F is not.
const assessment = representative();
const robustness = assessment.branches.find((branch) => branch.robustness !== null)?.robustness ?? null;
const branches = assessment.branches
  .filter(({ indicators }) => Object.values(indicators).some(({ reason }) => reason !== null))
  .map((branch) => ({ ...branch, robustness }))
  .slice(0, 1);
const texts = { issue: ({ code }: { code: string }) => code, reason: ({ code }: { code: string }) => code };
const result: unknown = JSON.parse(JSON.stringify(toResult({ ...assessment, branches }, texts)));

/** Objects whose keys are names of the data (代码, 子系统, 数据表) rather than of the format. */
const NAMED = new Set(["indicators", "subsystems", "tables"]);

/** Every path of keys that occurs, in order; elements of a list share one, names of the data too. */
function paths(value: unknown, at = "", key = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => paths(item, `${at}[]`)))];
  const own = Object.entries(value).flatMap(([name, item]) => {
    const path = `${at}.${NAMED.has(key) ? "*" : name}`;
    return [path, ...paths(item, path, name)];
  });
  return [...new Set(own)];
}

test("the example in docs/json-result.md has the keys of a result, in their order", () => {
  expect(paths(example)).toEqual(paths(result));
});
