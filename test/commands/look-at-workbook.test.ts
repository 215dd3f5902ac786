import { NO_CHOICES } from "../../src/core/choices";
import { confirmColumn, forgetRange, ignoreRange } from "../../src/commands/column-mapping";
import { lookAtWorkbook } from "../../src/commands/look-at-workbook";
import { runChosen } from "../../src/commands/run-chosen";
import { workbookOf } from "../support/workbook-file";
import { openOffice } from "../excel/opened";
import { picture } from "../excel/picture";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(60_000);

let office: TestOffice;
afterEach(() => office.close());

const QUIET = { onProgress: () => undefined, signal: null };
const see = async () => {
  const looked = await lookAtWorkbook(NO_CHOICES, QUIET);
  if (looked.kind === "failed") throw new Error(looked.issue.code);
  return looked;
};
const activities = async () => {
  const { look } = await see();
  const [range] = look.tables.find(({ table }) => table === "活动台账")?.ranges ?? [];
  if (range === undefined) throw new Error("no range");
  return range;
};

describe("looking at the open workbook", () => {
  it("tells what was found, and changes nothing", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const before = await picture(office.host);
    const { look, tabs } = await see();
    expect(look).toMatchObject({ isEmpty: false, isAssessable: true, branches: 2, period: { name: "2021" } });
    expect(look.problems.flatMap(({ issues }) => issues)).toContainEqual(
      expect.objectContaining({ code: "dateUnreadable", place: { sheet: "活动台账", cell: "B5" } }),
    );
    expect(tabs).toEqual([]);
    expect(await picture(office.host)).toEqual(before);
  });

  it("lists the tabs of earlier runs and reads none of them", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const before = await see();
    await runChosen(NO_CHOICES, "zh-CN", QUIET);
    const after = await see();
    expect(after.tabs.map(({ key }) => key)).toEqual([
      "overview",
      "branch",
      "scores",
      "diagnosis",
      "tasks",
      "selection",
      "checks",
      "method",
    ]);
    expect(after.look).toEqual(before.look);
  });

  it("finds an empty workbook empty", async () => {
    office = await openOffice(emptyDocument());
    expect((await see()).look.isEmpty).toBe(true);
  });

  it("says what Excel refused", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    office.host.faults.failure = { request: 1, code: 5004, after: false };
    expect(await lookAtWorkbook(NO_CHOICES, QUIET)).toMatchObject({ kind: "failed", issue: { code: "cellEdit" } });
  });

  it("can be called off", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const watch = { ...QUIET, signal: AbortSignal.abort() };
    expect(await lookAtWorkbook(NO_CHOICES, watch)).toMatchObject({ kind: "failed", issue: { code: "cancelled" } });
  });
});

describe("confirming columns", () => {
  it("holds in the next look and run, and is forgotten again", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const range = await activities();
    expect(await confirmColumn(range, "业务结合点", "结合了什么")).toEqual({ kind: "kept" });
    const confirmed = await activities();
    expect(confirmed.confirmed).toBe(true);
    expect(confirmed.columns.map(({ field }) => field)).toEqual(["支部", "日期", "类别", "业务结合点"]);
    expect(await confirmColumn(confirmed, "业务结合点", null)).toEqual({ kind: "kept" });
    expect((await activities()).columns.at(-1)?.field).toBeNull();
    expect(await forgetRange(confirmed)).toEqual({ kind: "kept" });
    expect((await activities()).confirmed).toBe(false);
    expect(office.host.settings.all()).toEqual({});
  });

  it.each(["confirmed anew", "forgotten"])(
    "whose header was renamed since is told with that header, until they are %s",
    async (act) => {
      office = await openOffice(workbookOf(LEDGERS));
      await confirmColumn(await activities(), "业务结合点", "结合了什么");
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("活动台账").getRange("D1").values = [["怎样结合"]];
        await context.sync();
      });
      const stale = async () => (await see()).look.problems.filter(({ code }) => code === "mappingStale");
      expect(await stale()).toMatchObject([{ issues: [{ params: { table: "活动台账", columns: "结合了什么" } }] }]);
      const range = await activities();
      if (act === "forgotten") await forgetRange(range);
      else await confirmColumn(range, "业务结合点", "怎样结合");
      expect(await stale()).toEqual([]);
      expect((await activities()).confirmed).toBe(act !== "forgotten");
    },
  );

  it("can say that a range is no ledger", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await ignoreRange(await activities());
    expect((await see()).look.tables.find(({ table }) => table === "活动台账")?.state).not.toBe("found");
  });

  it("refuses what cannot be, and keeps what was there", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    expect(await confirmColumn(await activities(), "年龄", "结合了什么")).toEqual({
      kind: "refused",
      why: "fieldUnknown",
    });
    expect(office.host.settings.all()).toEqual({});
  });

  it("takes the place of a stored mapping that cannot be read", async () => {
    office = await openOffice({ ...workbookOf(LEDGERS), settings: { "ronghe.mapping": '"{"' } });
    expect(await confirmColumn(await activities(), "业务结合点", "结合了什么")).toEqual({ kind: "kept" });
    expect((await activities()).confirmed).toBe(true);
  });
});
