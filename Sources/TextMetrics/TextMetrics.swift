// # TextMetrics
//
// Pure functions on text, without a model and without a network: the same answer for the same text on every
// run and every machine.
//
// - `WordTokenizer`: the words of a text, in any script.
// - `WordDifference`: what was removed and added between two texts, word by word.
// - `TextSimilarity`, `WordBigramProfile`: how much of their word order two long texts share.
// - `LexicalEmbedding`: a vector of a text's wording. Wording, not meaning.
// - `TextNormalization`, `NumbersInText`: what counts as the same answer, and which numbers an answer holds.
// - `ROUGE`, `BLEU`, `ChrF`, `SQuADScore`: how much of a reference a text gives back.
// - `EditDistance`, `ErrorRate`, `JaroWinkler`: how many changes part two texts, how alike two names are.
// - `BM25`: which of many documents a query is about. `PorterStemmer`: English words without their endings.
// - `TextMetric`: those of them that score a text against references, by name.
//
// All are linear in the length of the text, or bounded where the textbook method is not; the edit distances and
// ROUGE-L say how long they take.
