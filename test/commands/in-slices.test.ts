import { inSlices } from "../../src/commands/in-slices";
import { throttled } from "../../src/commands/progress";
import { nextTurn } from "../../src/excel/turns";

/** Makes `performance.now` go on by `milliseconds` at each look. */
function tick(milliseconds: number): void {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => (now += milliseconds));
}

afterEach(() => jest.restoreAllMocks());

describe("a computation in slices", () => {
  function* steps(count: number): Generator<number, string, undefined> {
    for (let step = 1; step <= count; step += 1) yield step;
    return "done";
  }

  it("tells every step and gives the result", async () => {
    const told: number[] = [];
    expect(await inSlices(steps(3), (step) => told.push(step))).toBe("done");
    expect(told).toEqual([1, 2, 3]);
  });

  it("lets others have their turn when a slice is over", async () => {
    tick(20);
    const order: string[] = [];
    await inSlices(steps(6), (step) => {
      order.push(String(step));
      if (step === 1) void nextTurn().then(() => order.push("other"));
    });
    expect(order.indexOf("other")).toBeGreaterThan(0);
    expect(order.indexOf("other")).toBeLessThan(6);
  });

  it("passes on what the computation throws", async () => {
    // eslint-disable-next-line require-yield -- it fails before its first step
    function* broken(): Generator<number, string, undefined> {
      throw new Error("bug");
    }
    await expect(inSlices(broken(), () => undefined)).rejects.toThrow("bug");
  });
});

describe("progress", () => {
  it("tells the start of every stage and then only now and again", () => {
    tick(100);
    const told: string[] = [];
    const tell = throttled((stage, done) => told.push(`${stage} ${done}`));
    for (let done = 0; done < 6; done += 1) tell("read", done, 6);
    tell("ledger", 0, 1);
    expect(told).toEqual(["read 0", "read 3", "ledger 0"]);
  });
});
