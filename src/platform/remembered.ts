/** Remembers what was made of texts, of which it follows alone; of too many the one that was made first is forgotten. */
export class Remembered<Made> {
  private readonly known = new Map<string, Made>();

  /** @param most how many are remembered */
  constructor(private readonly most: number) {}

  /** What is made of a text; it is made anew only where it is not remembered. Nobody changes it. */
  of(text: string, make: () => Made): Made {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (this.known.size >= this.most) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(text, made);
    return made;
  }
}
