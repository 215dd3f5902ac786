import { inTurns, nextTurn } from "../../src/excel/turns";

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe("a turn", () => {
  it("comes without a timer, which browsers slow down where nobody sees the page", async () => {
    jest.useFakeTimers({ doNotFake: ["performance"] });
    await nextTurn();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("comes after what waits already", async () => {
    const order: string[] = [];
    const other = nextTurn().then(() => order.push("other"));
    await nextTurn().then(() => order.push("own"));
    await other;
    expect(order).toEqual(["other", "own"]);
  });
});

describe("steps in turns", () => {
  function* steps(order: string[]): Generator<void, string> {
    for (const step of ["1", "2", "3", "4"]) {
      order.push(step);
      yield;
    }
    return "done";
  }

  it("begin in a turn of their own and let others have theirs when it is over", async () => {
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => (now += 10));
    const order: string[] = [];
    const ended = inTurns(steps(order));
    expect(order).toEqual([]);
    void nextTurn().then(() => order.push("other"));
    expect(await ended).toBe("done");
    expect(order.indexOf("other")).toBeGreaterThan(0);
    expect(order.indexOf("other")).toBeLessThan(4);
  });

  it("go on without a pause while their turn lasts", async () => {
    jest.spyOn(performance, "now").mockReturnValue(0);
    const order: string[] = [];
    const ended = inTurns(steps(order)).then(() => order.push("ended"));
    void nextTurn().then(() => order.push("other"));
    await ended;
    expect(order.slice(0, 4)).toEqual(["1", "2", "3", "4"]);
  });
});
