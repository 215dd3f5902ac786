import { implementedClasses } from "../../../src/workbench/objects/registry";
import { startOffice, type TestOffice } from "../office";
import { chartEntries } from "./conformance/charts";
import { formatEntries } from "./conformance/formats";
import { pageEntries } from "./conformance/pages";
import { rangeEntries } from "./conformance/ranges";
import type { Entry } from "./conformance/scene";
import { sheetEntries } from "./conformance/sheets";
import { tableEntries } from "./conformance/tables";
import { validationEntries } from "./conformance/validations";

const entries: readonly Entry[] = [
  ...rangeEntries,
  ...formatEntries,
  ...sheetEntries,
  ...tableEntries,
  ...validationEntries,
  ...chartEntries,
  ...pageEntries,
];

test("every implemented member has a conformance check, and every check names an implemented member", () => {
  const implemented = implementedClasses.flatMap(({ className, properties, navigation, methods }) =>
    [...properties, ...navigation, ...methods].map((name) => `${className}.${name}`),
  );
  const checked = new Set(entries.flatMap(({ members }) => members));
  expect(implemented.filter((member) => !checked.has(member))).toEqual([]);
  expect([...checked].filter((member) => !implemented.includes(member))).toEqual([]);
});

describe("through the genuine client", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  test.each(entries.map(({ members, check }, index) => ({ title: `${index + 1}: ${members.join(", ")}`, check })))(
    "$title",
    async ({ check }) => {
      await office.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        await context.sync();
        await check({ office, context, sheet });
      });
    },
  );
});
