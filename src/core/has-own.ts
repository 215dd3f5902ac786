/** Whether a record has a key of its own: `Object.hasOwn`, which is newer than the browsers that the add-in is built for. */
export function hasOwn(record: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(record, key);
}
