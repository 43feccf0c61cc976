// The arithmetic of a BERT encoder, in Float32.
//
// The target SemanticSimilarityAVX2 builds this same file once more, for processors that have these instructions (its
// source file is a link to it). The linker sees both copies, and keeps one of each symbol that is weak and has one name
// in both: an old processor might then meet instructions that it does not know.
// So there are only free functions over numbers and raw pointers here: no types, no arrays, no Foundation.
// `EncoderKernelSymbolTests` looks at what the compiler made of it.
//
// A debug build optimises file by file, so that all that runs for every token has to be in this one.
//
// Vectors have the width of the hardware: the compiler takes wider ones apart badly.

#if AVX2
  private typealias KernelVector = SIMD8<Float>
  private typealias Bits = SIMD8<Int32>
#else
  private typealias KernelVector = SIMD4<Float>
  private typealias Bits = SIMD4<Int32>
#endif

/// The rows of a matrix that lie side by side in a panel: three vectors, which with those of eight, four or
/// three tokens fill the registers that there are.
@inline(__always) private var panelWidth: Int { 3 * KernelVector.scalarCount }

/// The tokens that go through a matrix together: enough to use a panel often while it is near, few enough to stay near.
private let blockTokens = 48

/// Whether a model of these sizes fits the shapes that the kernel is written for.
package func kernelFits(hidden: Int, heads: Int, intermediate: Int) -> Bool {
  guard hidden > 0, heads > 0, intermediate > 0, hidden % heads == 0 else { return false }
  return hidden % 96 == 0 && intermediate % 96 == 0 && (hidden / heads) % 32 == 0
}

/// The scratch memory of `kernelRun`, in Floats; enough for every copy, whose vectors have at most 16 elements.
package func kernelScratchCount(tokens: Int, longest: Int, hidden: Int, heads: Int, intermediate: Int) -> Int {
  tokens * 5 * hidden + blockTokens * (hidden + intermediate)
    + (longest + 16) * (hidden / heads + 1)
}

/// Turns a matrix of Int8 rows with a scale each into panels of Floats: `panel[column][row of the panel]`.
package func kernelPack(
  _ rows: UnsafePointer<Int8>, scales: UnsafePointer<Float>, rowCount: Int, columnCount: Int,
  into panels: UnsafeMutablePointer<Float>
) {
  let width = panelWidth
  var row = 0
  while row < rowCount {
    let lane = panels + (row / width * width * columnCount + row % width)
    let source = rows + row * columnCount
    let scale = scales[row]
    var column = 0
    while column < columnCount {
      lane[column &* width] = Float(source[column]) * scale
      column &+= 1
    }
    row += 1
  }
}

/// Runs the model over some sentences laid end to end, and adds up the last activations of each one's tokens.
///
/// `ids` has `lengths[0] + lengths[1] + …` tokens, `tokens` in all, `longest` at most in one sentence. `words` and
/// `positions` are rows of Int8 with a scale each. `weights` holds the row that is added to every token, the first norm
/// and then, for each layer: panels and biases of query, key and value (the query's carry the scale of the attention),
/// panels and biases of the attention's output, its norm, panels and biases of the wide layer, panels and biases of the
/// narrow one, its norm. A norm is its weights and its biases. `sums` takes `hidden` numbers a sentence.
package func kernelRun(
  ids: UnsafePointer<Int32>, lengths: UnsafePointer<Int32>, sentences: Int, tokens: Int, longest: Int,
  layers: Int, hidden: Int, heads: Int, intermediate: Int,
  words: UnsafePointer<Int8>, wordScales: UnsafePointer<Float>,
  positions: UnsafePointer<Int8>, positionScales: UnsafePointer<Float>,
  weights: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>
) {
  let activations = scratch
  embed(
    ids: ids, lengths: lengths, sentences: sentences, hidden: hidden, words: words, wordScales: wordScales,
    positions: positions, positionScales: positionScales, type: weights, norm: weights + hidden, into: activations)
  var layerWeights = weights + 3 * hidden
  var layer = 0
  while layer < layers {
    runLayer(
      activations, lengths: lengths, sentences: sentences, tokens: tokens, hidden: hidden, heads: heads,
      intermediate: intermediate, weights: layerWeights, scratch: scratch + tokens * hidden)
    layerWeights += kernelLayerCount(hidden: hidden, intermediate: intermediate)
    layer += 1
  }
  sum(activations, lengths: lengths, sentences: sentences, hidden: hidden, into: sums)
}

/// The weights of one layer, in Floats.
package func kernelLayerCount(hidden: Int, intermediate: Int) -> Int {
  4 * hidden * hidden + 2 * hidden * intermediate + 9 * hidden + intermediate
}

// MARK: - The model

private func embed(
  ids: UnsafePointer<Int32>, lengths: UnsafePointer<Int32>, sentences: Int, hidden: Int,
  words: UnsafePointer<Int8>, wordScales: UnsafePointer<Float>, positions: UnsafePointer<Int8>,
  positionScales: UnsafePointer<Float>, type: UnsafePointer<Float>, norm: UnsafePointer<Float>,
  into activations: UnsafeMutablePointer<Float>
) {
  var token = 0
  var sentence = 0
  while sentence < sentences {
    let length = Int(lengths[sentence])
    var position = 0
    while position < length {
      let id = Int(ids[token])
      let word = words + id * hidden
      let place = positions + position * hidden
      let wordScale = wordScales[id]
      let placeScale = positionScales[position]
      let row = activations + token * hidden
      var column = 0
      while column < hidden {
        row[column] = Float(word[column]) * wordScale + Float(place[column]) * placeScale + type[column]
        column &+= 1
      }
      normalize(row, norm: norm, count: hidden)
      token += 1
      position += 1
    }
    sentence += 1
  }
}

private func runLayer(
  _ activations: UnsafeMutablePointer<Float>, lengths: UnsafePointer<Int32>, sentences: Int, tokens: Int,
  hidden: Int, heads: Int, intermediate: Int, weights: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>
) {
  let qkv = weights
  let qkvBias = qkv + 3 * hidden * hidden
  let attention = qkvBias + 3 * hidden
  let attentionBias = attention + hidden * hidden
  let attentionNorm = attentionBias + hidden
  let wide = attentionNorm + 2 * hidden
  let wideBias = wide + hidden * intermediate
  let narrow = wideBias + intermediate
  let narrowBias = narrow + intermediate * hidden
  let narrowNorm = narrowBias + hidden

  let queries = scratch
  let contexts = queries + tokens * 3 * hidden
  let products = contexts + tokens * hidden
  let widened = products + blockTokens * hidden
  let attentionScratch = widened + blockTokens * intermediate

  var first = 0
  while first < tokens {
    let count = min(blockTokens, tokens - first)
    multiply(
      activations + first * hidden, rows: count, columns: hidden, panels: qkv, outputs: 3 * hidden, bias: qkvBias,
      into: queries + first * 3 * hidden)
    first += count
  }

  var start = 0
  var sentence = 0
  while sentence < sentences {
    let length = Int(lengths[sentence])
    var head = 0
    while head < heads {
      attend(
        queries + start * 3 * hidden, count: length, hidden: hidden, head: head, size: hidden / heads,
        into: contexts + start * hidden, scratch: attentionScratch)
      head += 1
    }
    start += length
    sentence += 1
  }

  first = 0
  while first < tokens {
    let count = min(blockTokens, tokens - first)
    let rows = activations + first * hidden
    multiply(
      contexts + first * hidden, rows: count, columns: hidden, panels: attention, outputs: hidden,
      bias: attentionBias, into: products)
    addAndNormalize(rows, products, norm: attentionNorm, rows: count, hidden: hidden)
    multiply(
      rows, rows: count, columns: hidden, panels: wide, outputs: intermediate, bias: wideBias, into: widened)
    gaussianErrorLinear(widened, count: count * intermediate)
    multiply(
      widened, rows: count, columns: intermediate, panels: narrow, outputs: hidden, bias: narrowBias, into: products)
    addAndNormalize(rows, products, norm: narrowNorm, rows: count, hidden: hidden)
    first += count
  }
}

private func sum(
  _ activations: UnsafePointer<Float>, lengths: UnsafePointer<Int32>, sentences: Int, hidden: Int,
  into sums: UnsafeMutablePointer<Float>
) {
  var row = activations
  var sentence = 0
  while sentence < sentences {
    let sum = sums + sentence * hidden
    var column = 0
    while column < hidden {
      store(KernelVector.zero, sum, column)
      column &+= KernelVector.scalarCount
    }
    var token = 0
    while token < Int(lengths[sentence]) {
      column = 0
      while column < hidden {
        store(vector(UnsafePointer(sum), column) + vector(row, column), sum, column)
        column &+= KernelVector.scalarCount
      }
      row += hidden
      token += 1
    }
    sentence += 1
  }
}

// MARK: - Vectors

@inline(__always)
private func vector(_ pointer: UnsafePointer<Float>, _ offset: Int) -> KernelVector {
  UnsafeRawPointer(pointer + offset).loadUnaligned(as: KernelVector.self)
}

@inline(__always)
private func store(_ vector: KernelVector, _ pointer: UnsafeMutablePointer<Float>, _ offset: Int) {
  UnsafeMutableRawPointer(pointer + offset).storeBytes(of: vector, as: KernelVector.self)
}

/// `sum + left * right`, fused where the processor can: elsewhere the fused form is a call for each element.
@inline(__always)
private func adding(_ sum: KernelVector, _ left: KernelVector, _ right: KernelVector) -> KernelVector {
  #if AVX2 || arch(arm64)
    sum.addingProduct(left, right)
  #else
    sum + left * right
  #endif
}

@inline(__always)
private func total(_ vector: KernelVector) -> Float {
  #if AVX2
    let four = vector.lowHalf + vector.highHalf
  #else
    let four = vector
  #endif
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

@inline(__always)
private func splat(_ value: Float) -> KernelVector { KernelVector(repeating: value) }

/// e to the power of each element; arguments under -87 count as -87. Relative error under 3e-7.
@inline(__always)
private func exponential(_ argument: KernelVector) -> KernelVector {
  let bounded = argument.replacing(with: splat(-87), where: argument .< splat(-87))
  // Adding 1.5 * 2^23 rounds to an integer and leaves it in the low bits.
  let shifted = adding(splat(12_582_912), bounded, splat(1.442_695_04))
  let power = shifted - splat(12_582_912)
  // The natural logarithm of 2 in two parts, the first of which has few bits.
  let rest = adding(adding(bounded, power, splat(-0.693_359_375)), power, splat(2.121_944_4e-4))
  var polynomial = splat(0.008_312_483)
  polynomial = adding(splat(0.041_890_554), polynomial, rest)
  polynomial = adding(splat(0.166_671_157), polynomial, rest)
  polynomial = adding(splat(0.499_992_281), polynomial, rest)
  let fraction = adding(rest + splat(1), polynomial, rest * rest)
  let exponent = unsafeBitCast(shifted, to: Bits.self) &<< Bits(repeating: 23)
  return unsafeBitCast(unsafeBitCast(fraction, to: Bits.self) &+ exponent, to: KernelVector.self)
}

/// The error function, by a quotient of polynomials fitted on [-4, 4], beyond which it is 1 in Float32.
/// Error under 5e-7.
@inline(__always)
private func errorFunction(_ argument: KernelVector) -> KernelVector {
  var bounded = argument.replacing(with: splat(-4), where: argument .< splat(-4))
  bounded = bounded.replacing(with: splat(4), where: bounded .> splat(4))
  let square = bounded * bounded
  var over = splat(1.921_745_25e-8)
  over = adding(splat(-1.990_155_17e-6), over, square)
  over = adding(splat(1.555_013_59e-4), over, square)
  over = adding(splat(4.291_664_81e-3), over, square)
  over = adding(splat(5.242_918_43e-2), over, square)
  over = adding(splat(0.213_912_755), over, square)
  over = adding(splat(1.128_378_63), over, square)
  var under = splat(1.097_693_92e-3)
  under = adding(splat(1.554_831_96e-2), under, square)
  under = adding(splat(0.120_786_354), under, square)
  under = adding(splat(0.522_902_906), under, square)
  under = adding(splat(1), under, square)
  return bounded * over / under
}

// MARK: - Rows

private func gaussianErrorLinear(_ values: UnsafeMutablePointer<Float>, count: Int) {
  var index = 0
  while index < count {
    let value = vector(UnsafePointer(values), index)
    let half = value * splat(0.5)
    store(adding(half, half, errorFunction(value * splat(0.707_106_781))), values, index)
    index &+= KernelVector.scalarCount
  }
}

private func addAndNormalize(
  _ rows: UnsafeMutablePointer<Float>, _ added: UnsafePointer<Float>, norm: UnsafePointer<Float>, rows count: Int,
  hidden: Int
) {
  var row = 0
  while row < count {
    let target = rows + row * hidden
    let source = added + row * hidden
    var column = 0
    while column < hidden {
      store(vector(UnsafePointer(target), column) + vector(source, column), target, column)
      column &+= KernelVector.scalarCount
    }
    normalize(target, norm: norm, count: hidden)
    row += 1
  }
}

/// Brings a row to mean 0 and (biased) variance 1, then applies the norm's weights and biases.
@inline(__always)
private func normalize(_ row: UnsafeMutablePointer<Float>, norm: UnsafePointer<Float>, count: Int) {
  let width = KernelVector.scalarCount
  var sum0 = KernelVector.zero
  var sum1 = KernelVector.zero
  var column = 0
  while column < count {
    sum0 += vector(UnsafePointer(row), column)
    sum1 += vector(UnsafePointer(row), column &+ width)
    column &+= 2 &* width
  }
  let mean = splat(total(sum0 + sum1) / Float(count))
  sum0 = .zero
  sum1 = .zero
  column = 0
  while column < count {
    let first = vector(UnsafePointer(row), column) - mean
    let second = vector(UnsafePointer(row), column &+ width) - mean
    sum0 = adding(sum0, first, first)
    sum1 = adding(sum1, second, second)
    column &+= 2 &* width
  }
  let scale = splat(1 / (total(sum0 + sum1) / Float(count) + 1e-12).squareRoot())
  column = 0
  while column < count {
    let value = (vector(UnsafePointer(row), column) - mean) * scale
    store(adding(vector(norm, count &+ column), value, vector(norm, column)), row, column)
    column &+= width
  }
}

// MARK: - Attention

/// One head over one sentence: `softmax(query * key) * value`.
private func attend(
  _ queries: UnsafePointer<Float>, count: Int, hidden: Int, head: Int, size: Int,
  into contexts: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  let stride = 3 * hidden
  let padded = (count + width - 1) / width * width
  let keys = scratch
  let scores = scratch + size * padded

  var token = 0
  while token < padded {
    let key = queries + (min(token, count &- 1) &* stride &+ hidden &+ head &* size)
    var dimension = 0
    while dimension < size {
      keys[dimension &* padded &+ token] = key[dimension]
      dimension &+= 1
    }
    token &+= 1
  }

  let values = queries + (2 &* hidden &+ head &* size)
  token = 0
  while token < count {
    let query = queries + (token &* stride &+ head &* size)
    var start = 0
    while start &+ 4 &* width <= padded {
      scoreFour(query, keys + start, padded: padded, size: size, into: scores + start)
      start &+= 4 &* width
    }
    while start < padded {
      scoreOne(query, keys + start, padded: padded, size: size, into: scores + start)
      start &+= width
    }
    start = count
    while start < padded {
      scores[start] = -1e30
      start &+= 1
    }
    var highest = vector(UnsafePointer(scores), 0)
    start = width
    while start < padded {
      let next = vector(UnsafePointer(scores), start)
      highest = highest.replacing(with: next, where: next .> highest)
      start &+= width
    }
    let maximum = splat(greatest(highest))
    var sum = KernelVector.zero
    start = 0
    while start < padded {
      let weight = exponential(vector(UnsafePointer(scores), start) - maximum)
      store(weight, scores, start)
      sum += weight
      start &+= width
    }
    let factor = splat(1 / total(sum))
    let context = contexts + (token &* hidden &+ head &* size)
    var dimension = 0
    while dimension &+ 4 &* width <= size {
      weighFour(
        scores, values + dimension, count: count, stride: stride, factor: factor, into: context + dimension)
      dimension &+= 4 &* width
    }
    while dimension < size {
      weighTwo(
        scores, values + dimension, count: count, stride: stride, factor: factor, into: context + dimension)
      dimension &+= 2 &* width
    }
    token &+= 1
  }
}

@inline(__always)
private func greatest(_ vector: KernelVector) -> Float {
  var result = vector[0]
  var lane = 1
  while lane < KernelVector.scalarCount {
    let value = vector[lane]
    result = value > result ? value : result
    lane &+= 1
  }
  return result
}

@inline(__always)
private func scoreFour(
  _ query: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, padded: Int, size: Int,
  into scores: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  var (s0, s1, s2, s3) = (KernelVector.zero, KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var key = keys
  var dimension = 0
  while dimension < size {
    let factor = splat(query[dimension])
    s0 = adding(s0, factor, vector(key, 0))
    s1 = adding(s1, factor, vector(key, width))
    s2 = adding(s2, factor, vector(key, 2 &* width))
    s3 = adding(s3, factor, vector(key, 3 &* width))
    key += padded
    dimension &+= 1
  }
  store(s0, scores, 0)
  store(s1, scores, width)
  store(s2, scores, 2 &* width)
  store(s3, scores, 3 &* width)
}

@inline(__always)
private func scoreOne(
  _ query: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, padded: Int, size: Int,
  into scores: UnsafeMutablePointer<Float>
) {
  var sum = KernelVector.zero
  var key = keys
  var dimension = 0
  while dimension < size {
    sum = adding(sum, splat(query[dimension]), vector(key, 0))
    key += padded
    dimension &+= 1
  }
  store(sum, scores, 0)
}

@inline(__always)
private func weighFour(
  _ weights: UnsafePointer<Float>, _ values: UnsafePointer<Float>, count: Int, stride: Int, factor: KernelVector,
  into context: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  var (s0, s1, s2, s3) = (KernelVector.zero, KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var value = values
  var token = 0
  while token < count {
    let weight = splat(weights[token])
    s0 = adding(s0, weight, vector(value, 0))
    s1 = adding(s1, weight, vector(value, width))
    s2 = adding(s2, weight, vector(value, 2 &* width))
    s3 = adding(s3, weight, vector(value, 3 &* width))
    value += stride
    token &+= 1
  }
  store(s0 * factor, context, 0)
  store(s1 * factor, context, width)
  store(s2 * factor, context, 2 &* width)
  store(s3 * factor, context, 3 &* width)
}

@inline(__always)
private func weighTwo(
  _ weights: UnsafePointer<Float>, _ values: UnsafePointer<Float>, count: Int, stride: Int, factor: KernelVector,
  into context: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  var (s0, s1) = (KernelVector.zero, KernelVector.zero)
  var value = values
  var token = 0
  while token < count {
    let weight = splat(weights[token])
    s0 = adding(s0, weight, vector(value, 0))
    s1 = adding(s1, weight, vector(value, width))
    value += stride
    token &+= 1
  }
  store(s0 * factor, context, 0)
  store(s1 * factor, context, width)
}

// MARK: - Matrices

/// `input * matrix + bias` for at most `blockTokens` rows. Each sum runs over the columns in order, however the rows
/// are grouped, so that a sentence's vector does not depend on what it is computed with.
private func multiply(
  _ input: UnsafePointer<Float>, rows: Int, columns: Int, panels: UnsafePointer<Float>, outputs: Int,
  bias: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>
) {
  let width = panelWidth
  var output = 0
  var panel = panels
  while output < outputs {
    var row = 0
    #if AVX2 || arch(arm64)
      while row &+ 4 <= rows {
        multiplyFour(
          input + row &* columns, columns, panel, bias + output, into: result + (row &* outputs &+ output), outputs)
        row &+= 4
      }
    #endif
    while row &+ 3 <= rows {
      multiplyThree(
        input + row &* columns, columns, panel, bias + output, into: result + (row &* outputs &+ output), outputs)
      row &+= 3
    }
    while row < rows {
      multiplyOne(input + row &* columns, columns, panel, bias + output, into: result + (row &* outputs &+ output))
      row &+= 1
    }
    panel += width &* columns
    output &+= width
  }
}

@inline(__always)
private func multiplyFour(
  _ input: UnsafePointer<Float>, _ columns: Int, _ panel: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  into result: UnsafeMutablePointer<Float>, _ stride: Int
) {
  let width = KernelVector.scalarCount
  let (input1, input2, input3) = (input + columns, input + 2 &* columns, input + 3 &* columns)
  var (a0, a1, a2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var (b0, b1, b2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var (c0, c1, c2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var (d0, d1, d2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var weights = panel
  var column = 0
  while column < columns {
    let (w0, w1, w2) = (vector(weights, 0), vector(weights, width), vector(weights, 2 &* width))
    let a = splat(input[column])
    a0 = adding(a0, a, w0)
    a1 = adding(a1, a, w1)
    a2 = adding(a2, a, w2)
    let b = splat(input1[column])
    b0 = adding(b0, b, w0)
    b1 = adding(b1, b, w1)
    b2 = adding(b2, b, w2)
    let c = splat(input2[column])
    c0 = adding(c0, c, w0)
    c1 = adding(c1, c, w1)
    c2 = adding(c2, c, w2)
    let d = splat(input3[column])
    d0 = adding(d0, d, w0)
    d1 = adding(d1, d, w1)
    d2 = adding(d2, d, w2)
    weights += 3 &* width
    column &+= 1
  }
  storeThree(a0, a1, a2, bias, result)
  storeThree(b0, b1, b2, bias, result + stride)
  storeThree(c0, c1, c2, bias, result + 2 &* stride)
  storeThree(d0, d1, d2, bias, result + 3 &* stride)
}

@inline(__always)
private func multiplyThree(
  _ input: UnsafePointer<Float>, _ columns: Int, _ panel: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  into result: UnsafeMutablePointer<Float>, _ stride: Int
) {
  let width = KernelVector.scalarCount
  let (input1, input2) = (input + columns, input + 2 &* columns)
  var (a0, a1, a2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var (b0, b1, b2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var (c0, c1, c2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var weights = panel
  var column = 0
  while column < columns {
    let (w0, w1, w2) = (vector(weights, 0), vector(weights, width), vector(weights, 2 &* width))
    let a = splat(input[column])
    a0 = adding(a0, a, w0)
    a1 = adding(a1, a, w1)
    a2 = adding(a2, a, w2)
    let b = splat(input1[column])
    b0 = adding(b0, b, w0)
    b1 = adding(b1, b, w1)
    b2 = adding(b2, b, w2)
    let c = splat(input2[column])
    c0 = adding(c0, c, w0)
    c1 = adding(c1, c, w1)
    c2 = adding(c2, c, w2)
    weights += 3 &* width
    column &+= 1
  }
  storeThree(a0, a1, a2, bias, result)
  storeThree(b0, b1, b2, bias, result + stride)
  storeThree(c0, c1, c2, bias, result + 2 &* stride)
}

@inline(__always)
private func multiplyOne(
  _ input: UnsafePointer<Float>, _ columns: Int, _ panel: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  into result: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  var (a0, a1, a2) = (KernelVector.zero, KernelVector.zero, KernelVector.zero)
  var weights = panel
  var column = 0
  while column < columns {
    let a = splat(input[column])
    a0 = adding(a0, a, vector(weights, 0))
    a1 = adding(a1, a, vector(weights, width))
    a2 = adding(a2, a, vector(weights, 2 &* width))
    weights += 3 &* width
    column &+= 1
  }
  storeThree(a0, a1, a2, bias, result)
}

@inline(__always)
private func storeThree(
  _ first: KernelVector, _ second: KernelVector, _ third: KernelVector, _ bias: UnsafePointer<Float>,
  _ result: UnsafeMutablePointer<Float>
) {
  let width = KernelVector.scalarCount
  store(first + vector(bias, 0), result, 0)
  store(second + vector(bias, width), result, width)
  store(third + vector(bias, 2 &* width), result, 2 &* width)
}
