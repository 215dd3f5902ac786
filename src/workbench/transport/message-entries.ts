import type { HostMessage } from "../functions/calls";

/** Messages of the host as the event `richApiMessage` carries them, in either transport. */
export function messageEntries(messages: readonly HostMessage[]): readonly (readonly unknown[])[] {
  // Last: a number of the message, which nothing here refers to, and that it does not come from another user.
  return messages.map(({ category, type, target, text }) => [category, type, target, text, 0, false]);
}
