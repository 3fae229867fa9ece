const suffix = ' (copy)';
const longest = 100;

/** The name of a copy: within 100 characters, never cut inside a character. */
export function copyName(name: string): string {
  const kept = name.slice(0, longest - suffix.length);
  const last = kept.charCodeAt(kept.length - 1);
  const cutInHalf = last >= 0xd800 && last <= 0xdbff;
  return (cutInHalf ? kept.slice(0, -1) : kept).trimEnd() + suffix;
}
