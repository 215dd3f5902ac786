import type { CustomFunction } from "./metadata";
import { answersFrom, argumentOnWire, failedResult, type Argument, type CallResult } from "./values";

/** A cell whose formula calls a function. */
export interface CallingCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A message of the host to the page, of those that arrive there as one event. */
export interface HostMessage {
  readonly category: number;
  readonly type: number;
  /** What the message is about; empty for the page as a whole. */
  readonly target: string;
  /** JSON text. */
  readonly text: string;
}

/**
 * The calls of custom functions that the page has to answer. Functions are pure, so that cells which call one with the same arguments
 * share a call, and its result serves until the calculation that needed it is over.
 */
export interface FunctionCalls {
  /** The result where it is known; null where the page has yet to give it: the cell is told when it has. */
  readonly call: (fn: CustomFunction, args: readonly Argument[], cell: CallingCell | null) => CallResult | null;
  /** Hands the calls that came together in a calculation to the page, all at once. */
  readonly flush: () => void;
  /** Takes what the page answered; gives the cells whose formulas can now be calculated. */
  readonly answer: (results: unknown) => readonly CallingCell[];
  /** True while the page owes an answer. */
  readonly isPending: () => boolean;
  /** Resolves at the next answer. */
  readonly nextAnswer: () => Promise<void>;
  /** Forgets results where no calculation needs them any more. */
  readonly endCalculation: () => void;
  /** A page has been opened: its calls wait until it is ready. */
  readonly attach: (post: (messages: readonly HostMessage[]) => void) => void;
  /** The page has its functions registered and takes calls. */
  readonly ready: () => void;
  /** The page is gone; what it owed is #NAME?. Gives the cells concerned. */
  readonly detach: () => readonly CallingCell[];
}

interface Call {
  readonly id: number;
  readonly fn: CustomFunction;
  readonly cells: CallingCell[];
  result: CallResult | null;
}

/** Of a message of the custom functions runtime, and among those a call. */
const functionsCategory = 1;
const invocation = 1000;
/** Flag of a call whose arguments may be errors. */
const errorsFlag = 4;

const unknownFunction = failedResult("#NAME?");

/** Keeps the calls of one workbook. */
export function createFunctionCalls(): FunctionCalls {
  const byKey = new Map<string, Call>();
  const pending = new Map<number, Call>();
  let queue: HostMessage[] = [];
  let post: ((messages: readonly HostMessage[]) => void) | null = null;
  let isReady = false;
  let lastId = 0;
  let waiting: (() => void)[] = [];

  const settle = (call: Call, result: CallResult): readonly CallingCell[] => {
    call.result = result;
    pending.delete(call.id);
    return call.cells;
  };
  const tellWaiting = () => {
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve();
  };
  const flush = () => {
    if (post === null || !isReady || queue.length === 0) return;
    const messages = queue;
    queue = [];
    post(messages);
  };

  return {
    call: (fn, args, cell) => {
      if (post === null) return unknownFunction;
      const key = JSON.stringify([fn.id, args.map(argumentOnWire)]);
      let call = byKey.get(key);
      if (call === undefined) {
        lastId += 1;
        call = { id: lastId, fn, cells: [], result: null };
        byKey.set(key, call);
        pending.set(call.id, call);
        const flags = fn.parameters.some(({ takesErrors }) => takesErrors) ? errorsFlag : 0;
        queue.push({
          category: functionsCategory,
          type: invocation,
          target: "",
          // The key holds the id and the arguments, which may be megabytes: written once.
          text: `[${call.id},${key.slice(1, -1)},"",${flags}]`,
        });
      }
      if (call.result === null && cell !== null) call.cells.push(cell);
      return call.result;
    },
    flush,
    answer: (results) => {
      const cells = answersFrom(results).flatMap(({ id, result }) => {
        const call = pending.get(id);
        return call === undefined ? [] : settle(call, result(call.fn.givesMatrix));
      });
      tellWaiting();
      return cells;
    },
    isPending: () => pending.size > 0,
    nextAnswer: () => new Promise((resolve) => waiting.push(resolve)),
    endCalculation: () => {
      if (pending.size === 0) byKey.clear();
    },
    attach: (listener) => {
      post = listener;
      isReady = false;
    },
    ready: () => {
      isReady = true;
      flush();
    },
    detach: () => {
      post = null;
      isReady = false;
      queue = [];
      const cells = [...pending.values()].flatMap((call) => settle(call, unknownFunction));
      tellWaiting();
      return cells;
    },
  };
}
