/** What the client passes to a method: plain JSON, or an object of the host where it passed one of its own. */
export type Arguments = readonly unknown[];

/** A property of a class: how it is read, and set where it may be. `calculated`: depends on formula results. */
export interface PropertyMember<T> {
  readonly get: (self: T) => unknown;
  readonly set?: (self: T, value: unknown) => void;
  readonly calculated?: true;
}

/** The members of a class that the stand-in implements, by the names that the client uses. */
export interface MemberDefinitions<T> {
  readonly properties?: Readonly<Record<string, PropertyMember<T>>>;
  readonly navigation?: Readonly<Record<string, (self: T) => WireObject | null>>;
  readonly methods?: Readonly<Record<string, (self: T, args: Arguments) => unknown>>;
}

/** Members bound to one object, looked up by the client's name; undefined where not implemented. */
export interface BoundMembers {
  readonly get: (name: string) => (() => unknown) | undefined;
  readonly set: (name: string) => ((value: unknown) => void) | undefined;
  readonly isCalculated: (name: string) => boolean;
  readonly navigate: (name: string) => (() => WireObject | null) | undefined;
  readonly call: (name: string) => ((args: Arguments) => unknown) | undefined;
}

/** The implemented part of one class. */
export interface ClassMembers<T> {
  readonly className: string;
  readonly properties: readonly string[];
  readonly navigation: readonly string[];
  readonly methods: readonly string[];
  readonly bind: (self: T) => BoundMembers;
}

/** Declares which members of a class exist here and what they do. */
export function defineMembers<T>(className: string, definitions: MemberDefinitions<T>): ClassMembers<T> {
  const properties = new Map(Object.entries(definitions.properties ?? {}));
  const navigation = new Map(Object.entries(definitions.navigation ?? {}));
  const methods = new Map(Object.entries(definitions.methods ?? {}));
  return {
    className,
    properties: [...properties.keys()],
    navigation: [...navigation.keys()],
    methods: [...methods.keys()],
    bind: (self) => ({
      get: (name) => {
        const member = properties.get(name);
        return member && (() => member.get(self));
      },
      set: (name) => {
        const set = properties.get(name)?.set;
        return set && ((value) => set(self, value));
      },
      isCalculated: (name) => properties.get(name)?.calculated === true,
      navigate: (name) => {
        const member = navigation.get(name);
        return member && (() => member(self));
      },
      call: (name) => {
        const member = methods.get(name);
        return member && ((args) => member(self, args));
      },
    }),
  };
}

/** An object of the host that a client can hold: its class, its members, its id if it has one. */
export abstract class WireObject {
  abstract readonly members: BoundMembers;
  abstract readonly className: string;

  /** What identifies the object among its siblings; undefined where it has no id of its own. */
  get id(): string | number | undefined {
    return undefined;
  }

  /** False for services outside the Excel classes, which the member tables do not describe. */
  get isExcelClass(): boolean {
    return true;
  }

  /** The items of a collection; null for any other object. */
  get items(): readonly WireObject[] | null {
    return null;
  }
}
