// # SemanticSimilarity
//
// What texts mean, without a network and without a key: a sentence encoder whose weights come with the package
// (`SentenceEncoder`), its vectors (`SentenceEmbedding`), what their cosines are worth (`ScoreCalibration`), and a
// cache of vectors by content (`SentenceVectorCache`); the facts on which two texts disagree (`FactGuard`); their
// language (`LanguageOfTexts`); and all of it together (`PairScorer`).
