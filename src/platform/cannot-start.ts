/** Why the program does not start, as a sentence for whoever starts it; no stack is shown with it. */
export class CannotStart extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CannotStart'
  }
}
