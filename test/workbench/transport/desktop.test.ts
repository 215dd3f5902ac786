import { createHost, type Host } from "../../../src/workbench/host";
import { createDesktopChannel, desktopStart } from "../../../src/workbench/transport/desktop-channel";
import { installDesktopExternal, type DesktopWord } from "../../../src/workbench/transport/desktop-external";
import { installedMemberTables } from "../../../src/workbench/transport/member-tables";
import { emptyDocument, startOffice, type TestOffice } from "../office";

describe("the genuine library in Excel on Windows", () => {
  let office: TestOffice;
  afterEach(() => office.close());
  const start = async (settings: Readonly<Record<string, string>> = {}) => {
    const document = emptyDocument();
    document.settings = settings;
    office = await startOffice(document, { locale: "en-US", transport: "desktop" });
    return office;
  };

  test("knows where it runs, in which language and in which colours", async () => {
    const { Office } = await start();
    expect(Office.context.platform).toBe("PC");
    expect(Office.context.displayLanguage).toBe("en-US");
    expect(Office.context.officeTheme.bodyBackgroundColor).toBe("#e6e6e6");
    expect(Office.context.officeTheme.bodyForegroundColor).toBe("#262626");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
  });

  test("writes and reads values", async () => {
    const { Excel } = await start();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [
        [1, "甲"],
        ["=A1+1", true],
      ];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([
      [1, "甲"],
      [2, true],
    ]);
  });

  test("hears of errors of a request and of refusals of it as a whole", async () => {
    const { Excel, host } = await start();
    const write = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("没有").getRange("A1").values = [[1]];
        await context.sync();
      });
    await expect(write()).rejects.toMatchObject({ code: "ItemNotFound" });
    host.faults.failure = { request: 1, code: 5102, after: false };
    await expect(write()).rejects.toMatchObject({ code: "ActivityLimitReached" });
  });

  test("finds the workbook's settings, saves its own, and sees those that others changed", async () => {
    const { Office, host } = await start({ before: '"是"' });
    const { settings } = Office.context.document;
    expect(settings.get("before")).toBe("是");
    settings.set("after", { n: 1 });
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(host.settings.all()).toEqual({ before: '"是"', after: '{"n":1}' });
    host.settings.replace({ others: "2" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => settings.refreshAsync(resolve));
    expect([settings.get("others"), settings.get("after")]).toEqual([2, null]);
  });

  test("computes the worksheet functions of its page, whatever the number of calls in an event", async () => {
    office = await startOffice(
      emptyDocument(),
      {
        transport: "desktop",
        functions: {
          namespace: "TEST",
          metadata: {
            functions: [{ id: "TWICE", name: "TWICE", parameters: [{ name: "n" }], result: { type: "any" } }],
          },
        },
      },
      'CustomFunctions.associate("TWICE", function (n) { return 2 * n; });',
    );
    const computed = await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A4");
      // Two calls at once, then one that needs a result, then the sum.
      range.formulas = [["=TEST.TWICE(1)"], ["=TEST.TWICE(2)"], ["=TEST.TWICE(A2)"], ["=SUM(A1:A3)"]];
      await context.sync();
      await office.host.settle();
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(computed).toEqual([[2], [4], [8], [14]]);
  });

  test("carries out ribbon commands, and says which it does not know", async () => {
    const { Office, page } = await start();
    const ids: unknown[] = [];
    Office.actions.associate("某命令", (event: Office.AddinCommands.Event) => {
      ids.push(event.source.id);
      event.completed();
    });
    await page.invokeCommand("某命令");
    expect(ids).toEqual(["某命令"]);
    await expect(page.invokeCommand("没有")).rejects.toThrow("does not know");
  });
});

describe("the channel without a library", () => {
  let host: Host;
  beforeEach(() => {
    host = createHost(emptyDocument(), { tables: installedMemberTables() });
  });
  afterEach(() => host.dispose());

  test("a command before the page listens is an error", async () => {
    await expect(createDesktopChannel(host, "page", () => undefined).invokeCommand("某命令")).rejects.toThrow(
      "not registered",
    );
  });

  test("a method that the host does not know is answered with the number that says so", async () => {
    const words: DesktopWord[] = [];
    const answered = new Promise<void>((resolve) => {
      createDesktopChannel(host, "page", (word) => {
        words.push(word);
        resolve();
      }).receive(JSON.stringify({ kind: "execute", call: 7, method: 64, parameters: [] }));
    });
    await answered;
    expect(words).toEqual([{ kind: "answer", call: 7, values: [5003] }]);
  });

  test("a page that stopped listening hears no more", () => {
    const heard: unknown[] = [];
    const page: {
      external?: { RegisterEvent: (...args: unknown[]) => void; UnregisterEvent: (...args: unknown[]) => void };
    } = {};
    const hand = installDesktopExternal(page, desktopStart(host), () => undefined);
    const event: DesktopWord = { kind: "event", event: 39, payload: ["id"] };
    page.external?.RegisterEvent(
      39,
      "",
      (number: unknown) => heard.push(number),
      () => undefined,
    );
    hand(event);
    page.external?.UnregisterEvent(39, "", () => undefined);
    hand(event);
    expect(heard).toEqual([39]);
  });
});
