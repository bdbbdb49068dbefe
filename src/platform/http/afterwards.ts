/** An answer that is put together only when everything is done that the act has set off. */
export class Afterwards<Answer> {
  /**
   * @param answer puts it together; may act itself, on what the act has left
   * @param meanwhile the answer as it is within the act, for whoever asks again after the program ended in between; only
   *   reads
   */
  constructor(
    readonly answer: () => Promise<Answer>,
    readonly meanwhile: () => Promise<Answer> = answer,
  ) {}
}
