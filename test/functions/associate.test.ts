import { displayLanguage } from "../../src/excel/display-language";
import { inTurns, nextTurn } from "../../src/excel/turns";
import { associateFunctions } from "../../src/functions/associate";
import { FUNCTIONS } from "../../src/functions/catalogue";
import { metadata } from "../../src/functions/metadata";
import { NAMESPACE } from "../../src/functions/namespace";
import { emptyDocument, startOffice, type TestOffice } from "../workbench/office";

jest.setTimeout(60_000);

let office: TestOffice;

/** Starts the genuine library in a language and associates the functions in it, as the page does. */
async function start(locale: "zh-CN" | "en-US"): Promise<void> {
  office = await startOffice(emptyDocument("Sheet1"), {
    locale,
    functions: { namespace: NAMESPACE, metadata: metadata(locale, "https://addin.example.org/help.html") },
  });
  const { CustomFunctions: own } = office.page.window;
  Object.defineProperty(globalThis, "CustomFunctions", { value: own, configurable: true });
  associateFunctions(displayLanguage, inTurns);
}

afterEach(() => {
  office.close();
  Reflect.deleteProperty(globalThis, "CustomFunctions");
});

/** The code that Excel would call under that name, called as Excel calls it. */
function call(name: string, ...given: readonly unknown[]): unknown {
  const { mappings } = office.page.window.CustomFunctions._association;
  return mappings[name](...given, { functionName: name });
}

/** What a call throws, as the library tells Excel. */
function thrown(name: string, ...given: readonly unknown[]): unknown {
  try {
    call(name, ...given);
  } catch (error) {
    return { code: Reflect.get(Object(error), "code"), message: Reflect.get(Object(error), "message") };
  }
  throw new Error(`${name} did not throw.`);
}

describe("functions in Excel", () => {
  it("are found under the names of the metadata, all of them", async () => {
    await start("zh-CN");
    const { mappings } = office.page.window.CustomFunctions._association;
    expect(Object.keys(mappings).sort()).toEqual(FUNCTIONS.map(({ name }) => name).sort());
  });

  it("compute cells, ranges and what depends on them", async () => {
    await start("zh-CN");
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B3").values = [
        [0.8, 0.6],
        ["９５％", 0.95],
        ["", 0.5],
      ];
      sheet.getRange("D1").formulas = [[`=${NAMESPACE}.COORDINATION(A1:B3,,"standard")`]];
      sheet.getRange("E1").formulas = [[`=${NAMESPACE}.LEVEL(D1)`]];
      sheet.getRange("F1").formulas = [[`=${NAMESPACE}.ATTAIN(1/0,0,1)`]];
      await context.sync();
    });
    await office.host.settle();
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1:F3").load("values");
      await context.sync();
      expect(range.values).toEqual([
        [expect.closeTo(0.832358, 6), "良好协调", "#DIV/0!"],
        [expect.closeTo(Math.sqrt(0.95), 9), "", ""],
        ["#N/A", "", ""],
      ]);
    });
  });

  it("throw Excel's own error for a whole result, with a sentence in Chinese", async () => {
    await start("zh-CN");
    expect(thrown("PARSE_DATE", [["2021-03-05"]], "上旬")).toEqual({
      code: "#VALUE!",
      message: "“期间”应为期间，如 2021、2021H1、2021Q2、2021-04，现为“上旬”。",
    });
    expect(thrown("ATTAIN", [[{ code: "#DIV/0!" }]], 0, 1, null)).toEqual({ code: "#DIV/0!", message: "" });
  });

  it("speak English where Office does", async () => {
    await start("en-US");
    expect(thrown("COVERAGE", [["2021-03-05"]], "soon", null, null)).toEqual({
      code: "#VALUE!",
      message: "“period” must be a period such as 2021, 2021H1, 2021Q2 or 2021-04; it is “soon”.",
    });
  });

  it("give errors inside of a matrix as cells of it", async () => {
    await start("zh-CN");
    const [[known], [unknown]] = JSON.parse(JSON.stringify(call("LEVEL", [[0.95], ["未评"]], null)));
    expect(known).toBe("优质协调");
    expect(unknown).toMatchObject({ basicValue: "#N/A" });
  });
});

describe("what takes long", () => {
  const HEADER = ["支部", "日期", "类别", "应到", "实到"];
  const ROW = ["办公室", "2021-03-05", "党课", 20, 18];

  /** A ledger of many rows, and whether one of them has been looked at. */
  function ledger(): { readonly cells: readonly (readonly unknown[])[]; readonly isRead: () => boolean } {
    let isRead = false;
    const cells = [HEADER, ...Array.from({ length: 8000 }, () => ROW)];
    Object.defineProperty(cells, 0, {
      get: () => {
        isRead = true;
        return HEADER;
      },
    });
    return { cells, isRead: () => isRead };
  }

  it("begins in a turn of its own, and lets others have theirs", async () => {
    await start("zh-CN");
    let now = 0;
    const clock = jest.spyOn(performance, "now").mockImplementation(() => (now += 20));
    const { cells, isRead } = ledger();
    const order: string[] = [];
    const answered = Promise.resolve(call("MEASURES", "活动台账", cells, null, [["办公室"]], 2021, null, null));
    expect(isRead()).toBe(false);
    const other = (left: number): void => {
      order.push("other");
      if (left > 0) void nextTurn().then(() => other(left - 1));
    };
    other(3);
    const result = await answered.then((value) => {
      order.push("answer");
      return value;
    });
    clock.mockRestore();
    expect(result).toEqual([expect.arrayContaining([0.9])]);
    expect(order).toEqual(["other", "other", "other", "other", "answer"]);
  });

  it("tells its error as what answers at once does", async () => {
    await start("zh-CN");
    const { cells } = ledger();
    await expect(call("MEASURES", "活动台账", cells, null, [["办公室"]], "上旬", null, null)).rejects.toMatchObject({
      code: "#VALUE!",
      message: "“期间”应为期间，如 2021、2021H1、2021Q2、2021-04，现为“上旬”。",
    });
  });

  it("holds up nothing that answers at once", async () => {
    await start("zh-CN");
    expect(call("LEVEL", [[0.95]], null)).toEqual([["优质协调"]]);
    expect(thrown("MEASURES", "无此表", [["支部"]], null, [["办公室"]], 2021, null, null)).toMatchObject({
      code: "#VALUE!",
    });
  });
});
