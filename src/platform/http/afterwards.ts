/** An answer that is put together only when everything is done that the act has set off. */
export class Afterwards<Answer> {
  constructor(readonly answer: () => Promise<Answer>) {}
}
