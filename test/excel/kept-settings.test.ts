import { NO_CHOICES } from "../../src/core/choices";
import { keepChoices, keepMapping, keptChoices } from "../../src/excel/kept-settings";
import { readMapping } from "../../src/excel/settings";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { openOffice } from "./opened";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

describe("what the clerk chose", () => {
  it("is kept in the workbook", async () => {
    office = await openOffice();
    expect(keptChoices()).toEqual(NO_CHOICES);
    const choices = { ...NO_CHOICES, period: "2021Q2", formulas: "live", introduced: true } as const;
    expect(await keepChoices(choices)).toBeNull();
    expect(keptChoices()).toEqual(choices);
    const settings = office.host.settings.all();
    office.close();
    office = await openOffice({ ...emptyDocument(), settings });
    expect(keptChoices()).toEqual(choices);
  });

  it("counts as not chosen where the workbook holds something else", async () => {
    office = await openOffice({ ...emptyDocument(), settings: { "ronghe.choices": '["2021"]' } });
    expect(keptChoices()).toEqual(NO_CHOICES);
  });
});

test("a confirmed mapping is kept, and forgotten", async () => {
  office = await openOffice();
  expect(readMapping()).toBeNull();
  expect(await keepMapping('{"version":1,"ranges":[]}')).toBeNull();
  expect(readMapping()).toBe('{"version":1,"ranges":[]}');
  expect(await keepMapping(null)).toBeNull();
  expect(readMapping()).toBeNull();
  expect(office.host.settings.all()).toEqual({});
});
