declare module 'ml-naivebayes' {
  interface Bayes {
    train(trainingSet: number[][], trainingLabels: number[]): void
    /** Logarithms: a row for each class, a column for each feature. */
    readonly conditionalProbability: { to2DArray(): number[][] }
  }
  const library: { readonly MultinomialNB: new () => Bayes }
  export default library
}
