import { runChosen } from "../../src/commands/run-chosen";
import type * as Payload from "../../src/excel/payload";
import { NO_CHOICES, type Choices } from "../../src/core/choices";
import { openOffice } from "../excel/opened";
import { type Rows, workbookOf } from "../support/workbook-file";

// A request as large as it likes: what is left are the round trips that a run makes for another reason than its payload, whose
// share is the matter of test/excel/send.test.ts.
jest.mock("../../src/excel/payload", () => ({
  ...jest.requireActual<typeof Payload>("../../src/excel/payload"),
  PAYLOAD_BYTES: Number.MAX_SAFE_INTEGER,
  REQUEST_BYTES: Number.MAX_SAFE_INTEGER,
}));

// Runs over many branches, and again over their tabs; on a busy machine that takes longer than usual.
jest.setTimeout(240_000);

const branch = (index: number) => `第${index + 1}检察部党支部`;

function workbook(branches: number): Readonly<Record<string, Rows>> {
  const all = Array.from({ length: branches }, (_, index) => branch(index));
  return {
    支部名册: [["支部", "支部书记", "党员数"], ...all.map((name) => [name, "甲", 10])],
    活动台账: [
      ["支部", "日期", "类别", "业务结合点"],
      ...all.flatMap((name) => [44200, 44300, 44400].map((day) => [name, day, "主题党日", "公开听证"])),
    ],
    业务指标: [
      ["支部", "期间", "指标", "数值", "下限", "上限"],
      ...all.map((name) => [name, 2021, "办结率", 0.8, 0.5, 1]),
    ],
  };
}

/** Round trips of a first run and of a second one. */
async function roundTrips(branches: number, choices: Partial<Choices>): Promise<number[]> {
  const office = await openOffice(workbookOf(workbook(branches)), { payloadLimit: Number.MAX_SAFE_INTEGER });
  const counts: number[] = [];
  for (let run = 0; run < 2; run += 1) {
    const before = office.host.requestCount();
    const chosen = { ...NO_CHOICES, period: "2021", ...choices };
    const { kind } = await runChosen(chosen, "zh-CN", {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    expect(kind).toBe("assessed");
    counts.push(office.host.requestCount() - before);
  }
  office.close();
  return counts;
}

it.each(["one", "each"] as const)(
  "but for its payload, a run takes exactly as many round trips for 24 branches as for 8, first and again (branchPages: %s)",
  async (branchPages) => {
    expect(await roundTrips(24, { branchPages })).toEqual(await roundTrips(8, { branchPages }));
  },
);
