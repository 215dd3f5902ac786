const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DIRECTORY_ENTRY_SIZE = 128;
const ENCRYPTED_STREAM = "EncryptedPackage";

/** True for an OLE compound file: an old .xls, or what a password-protected .xlsx is wrapped in. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * True where the compound file has a stream `EncryptedPackage`. Directory entries lie at multiples of their size in every
 * sector, so their names are found without following the sector chains, which also works for a damaged file.
 */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Uint8Array.from([...ENCRYPTED_STREAM, "\0"].flatMap((char) => [char.charCodeAt(0), 0]));
  for (let at = 0; at + name.length <= bytes.length; at += DIRECTORY_ENTRY_SIZE) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
