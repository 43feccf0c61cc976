/// The layers of a model as the kernel reads them: one block of Floats, made once and never changed.
///
/// `@unchecked Sendable`: the memory is written before `init` returns, only read after, and freed when the last
/// reference goes.
final class TransformerWeights: @unchecked Sendable {
  let floats: UnsafePointer<Float>
  private let memory: UnsafeMutableRawPointer

  /// Unpacks every layer of a resource, about 5.3 million weights.
  init(_ resource: EncoderResource, kernel: TransformerKernel) {
    let shape = resource.shape
    let layerCount = kernelLayerCount(hidden: shape.hidden, intermediate: shape.intermediate)
    let count = 3 * shape.hidden + shape.layers * layerCount
    memory = .allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
    let start = memory.bindMemory(to: Float.self, capacity: count)
    start.initialize(repeating: 0, count: count)
    floats = UnsafePointer(start)

    var next = start
    resource.withSections { sections in
      func add(_ kind: EncoderSection.Kind, _ layer: Int = 0) {
        let values = sections.floats(kind, layer)
        next.update(from: values.start, count: values.count)
        next += values.count
      }
      func addMatrix(_ kind: EncoderSection.Kind, _ layer: Int, queryScale: Float? = nil) {
        let matrix = sections.matrix(kind, layer)
        var scales = Array(UnsafeBufferPointer(start: matrix.scales, count: matrix.rows))
        if let queryScale { for row in 0..<shape.hidden { scales[row] *= queryScale } }
        kernel.pack(matrix.values, scales, matrix.rows, matrix.columns, next)
        next += matrix.rows * matrix.columns
      }
      add(.typeRow)
      add(.embeddingNorm)
      // The attention divides the product of query and key by the square root of their size.
      let queryScale = 1 / Float(shape.hidden / shape.heads).squareRoot()
      for layer in 0..<shape.layers {
        addMatrix(.queryKeyValue, layer, queryScale: queryScale)
        let bias = next
        add(.queryKeyValueBias, layer)
        for row in 0..<shape.hidden { bias[row] *= queryScale }
        addMatrix(.attention, layer)
        add(.attentionBias, layer)
        add(.attentionNorm, layer)
        addMatrix(.wide, layer)
        add(.wideBias, layer)
        addMatrix(.narrow, layer)
        add(.narrowBias, layer)
        add(.narrowNorm, layer)
      }
    }
  }

  deinit { memory.deallocate() }
}
