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
//
// All are linear in the length of the text, or bounded where the textbook method is not.
