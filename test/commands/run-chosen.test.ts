import { NO_CHOICES } from "../../src/core/choices";
import { lastRun, runChosen } from "../../src/commands/run-chosen";
import { workbookOf } from "../support/workbook-file";
import { openOffice, sheetNames } from "../excel/opened";
import { picture } from "../excel/picture";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(120_000);

let office: TestOffice;
afterEach(() => office.close());

const QUIET = { onProgress: () => undefined, signal: null };
const CHOICES = { ...NO_CHOICES, period: "2021" };
const press = async (choices = CHOICES, watch: Partial<Parameters<typeof runChosen>[2]> = {}) =>
  runChosen(choices, "zh-CN", { ...QUIET, ...watch });
const assessed = async (choices = CHOICES) => {
  const run = await press(choices);
  if (run.kind !== "assessed") throw new Error(JSON.stringify(run));
  return run;
};

/** A signal that is aborted once so many requests have reached Excel. */
const abortedAfter = (requests: number): AbortSignal =>
  Object.create(AbortSignal.prototype, { aborted: { get: () => office.host.requestCount() >= requests } });

const enter = (sheet: string, address: string, value: string | number) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

describe("a run as chosen", () => {
  it("sums up what came out, with a place for every finding and link to every tab", async () => {
    const [header = [], ...rows] = LEDGERS["活动台账"] ?? [];
    const known = [header.map((text) => (text === "结合了什么" ? "业务结合点" : text)), ...rows];
    office = await openOffice(workbookOf({ ...LEDGERS, 活动台账: known }));
    const { overview, changes } = await assessed();
    expect(changes).toBeNull();
    expect(overview.summary).toMatchObject({ period: "2021", branches: 2 });
    expect(overview.tabs.map(({ name }) => name)).toEqual(sheetNames(office).slice(2));
    expect(overview.findings.length).toBeGreaterThan(0);
    const { snapshot } = office.host.toDocument();
    const id = snapshot.sheetOrder.find((one) => snapshot.sheets[one]?.name === "问题诊断") ?? "";
    for (const { place, problem } of overview.findings) {
      const row = Number(/^A(\d+)$/u.exec(place?.cell ?? "")?.[1]) - 1;
      expect(place?.sheet).toBe("问题诊断");
      expect(snapshot.sheets[id]?.cellData?.[row]?.[0]?.v).toBe(problem);
    }
    expect(overview.summary.unassessed.map(({ code }) => overview.indicatorNames.get(code))).toContain("业务指标达成");
    expect((await lastRun())?.indicatorNames).toEqual(overview.indicatorNames);
  });

  it("tells its stages in their order, with counts that do not exceed their total", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const stages: string[] = [];
    await press(CHOICES, {
      onProgress: (stage, done, total) => {
        expect(done).toBeLessThanOrEqual(total);
        if (stages.at(-1) !== stage) stages.push(stage);
      },
    });
    expect(stages).toEqual([
      "read",
      "scheme",
      "recognise",
      "ledger",
      "measure",
      "indices",
      "diagnosis",
      "selection",
      "checks",
      "report",
      "write",
    ]);
  });

  it("follows the choices", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const { overview } = await assessed({ ...CHOICES, period: "2021H1", asOf: "2021-05-31", formula: "standard" });
    expect(overview.summary).toMatchObject({ period: "2021H1", asOf: "2021-05-31" });
    const stored = office.host.toDocument().customXml[0]?.xml ?? "";
    expect(stored).toContain('"formula":"standard"');
  });

  it("says what changed since the last run, and leaves that to be read again", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    expect(await lastRun()).toBeNull();
    const first = await assessed();
    expect(await lastRun()).toEqual(first.overview);
    expect((await assessed()).changes).toMatchObject({ branches: [], newIssues: [], solvedIssues: [] });
    await enter("活动台账", "B5", 44400);
    await enter("支部名册", "A4", "第三检察部党支部");
    const { changes } = await assessed();
    expect(changes).toMatchObject({ period: null, schemeChanged: false, newBranches: ["第三检察部党支部"] });
    expect(changes?.solvedIssues).toContainEqual(
      expect.objectContaining({ code: "dateUnreadable", sheet: "活动台账", cell: "B5" }),
    );
  });

  it("calls 截止日 and 显示名次 no change of the rules, the formula one", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await assessed();
    const changed = async (more: Partial<typeof CHOICES>) => (await assessed({ ...CHOICES, ...more })).changes;
    expect(await changed({ asOf: "2021-06-30" })).toMatchObject({ schemeChanged: false });
    expect(await changed({ asOf: "2021-06-30", showRanks: true })).toMatchObject({ schemeChanged: false });
    expect(await changed({ formula: "standard" })).toMatchObject({ schemeChanged: true });
  });

  it("is refused with the reason where there is nothing to assess or the period cannot be read", async () => {
    office = await openOffice(emptyDocument());
    expect(await press()).toMatchObject({ kind: "refused", because: "nothing" });
    office.close();
    office = await openOffice(workbookOf(LEDGERS));
    expect(await press({ ...CHOICES, period: "去年" })).toMatchObject({ kind: "refused", because: "period" });
  });

  it("says what Excel refused", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    office.host.faults.failure = { request: 1, code: 5004, after: false };
    expect(await press()).toMatchObject({ kind: "failed", issues: [{ code: "cellEdit" }] });
  });

  it("does not start while another is under way", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.kind).toBe("assessed");
    expect(second).toMatchObject({ kind: "failed", issues: [{ code: "underWay" }] });
    expect((await press()).kind).toBe("assessed");
  });
});

describe("a run that is cancelled", () => {
  it("while it computes, leaves the workbook as it was", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    const before = await picture(office.host);
    const controller = new AbortController();
    const run = await press(CHOICES, { onProgress: () => controller.abort(), signal: controller.signal });
    expect(run).toMatchObject({ kind: "cancelled", issues: [{ code: "cancelled" }] });
    expect(await picture(office.host)).toEqual(before);
  });

  it.each(["first", "again"])("at whatever request, leaves the workbook as it was (%s)", async (which) => {
    office = await openOffice(workbookOf(LEDGERS));
    if (which === "again") {
      await assessed();
      await enter("活动台账", "B5", 44400);
    }
    const before = await picture(office.host);
    const ends: string[] = [];
    for (let requests = 1; requests < 30 && ends.at(-1) !== "assessed"; requests++) {
      const run = await press(CHOICES, { signal: abortedAfter(office.host.requestCount() + requests) });
      ends.push(run.kind);
      if (run.kind === "assessed") break;
      expect(run.kind).toBe("cancelled");
      expect(run).toMatchObject({
        issues: expect.arrayContaining([expect.objectContaining({ code: "cancelled" })]),
      });
      expect(await picture(office.host)).toEqual(before);
    }
    expect(ends.length).toBeGreaterThan(5);
    expect(ends.at(-1)).toBe("assessed");
  });
});
