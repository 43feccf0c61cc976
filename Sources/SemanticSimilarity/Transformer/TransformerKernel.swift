import DurableFiles
import Foundation

#if X86_64_KERNELS
  import SemanticSimilarityAVX2
#endif

/// The copies of the arithmetic that this build has, and which of them this processor can run.
///
/// The choice is made at run time: a test bundle built on one machine may run on an older one. Results of two copies
/// differ in the last bits, because one of them rounds a product before it adds it.
struct TransformerKernel: Sendable {
  /// See `kernelPack(_:scales:rowCount:columnCount:into:)`.
  typealias Pack =
    @Sendable (
      UnsafePointer<Int8>, UnsafePointer<Float>, _ rowCount: Int, _ columnCount: Int, UnsafeMutablePointer<Float>
    ) -> Void

  /// See `kernelRun`.
  typealias Run =
    @Sendable (
      _ ids: UnsafePointer<Int32>, _ lengths: UnsafePointer<Int32>, _ sentences: Int, _ tokens: Int, _ longest: Int,
      _ layers: Int, _ hidden: Int, _ heads: Int, _ intermediate: Int,
      _ words: UnsafePointer<Int8>, _ wordScales: UnsafePointer<Float>,
      _ positions: UnsafePointer<Int8>, _ positionScales: UnsafePointer<Float>,
      _ weights: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>, _ sums: UnsafeMutablePointer<Float>
    ) -> Void

  let name: String
  let pack: Pack
  let run: Run

  /// For every processor that the build is for.
  static let baseline = TransformerKernel(
    name: "baseline", pack: SemanticSimilarity.kernelPack, run: SemanticSimilarity.kernelRun)

  /// For x86-64 processors with AVX2 and FMA; nil where the build has no such copy or the processor cannot run it.
  static let avx2: TransformerKernel? = {
    #if X86_64_KERNELS
      guard isSupported(["avx2", "fma", "bmi1", "bmi2", "movbe"]) else { return nil }
      return TransformerKernel(
        name: "AVX2", pack: SemanticSimilarityAVX2.kernelPack, run: SemanticSimilarityAVX2.kernelRun)
    #else
      return nil
    #endif
  }()

  /// The fastest copy, unless `LLMSPEC_ENCODER_KERNEL` says `baseline`.
  static func fastest(in environment: [String: String]) -> TransformerKernel {
    environment["LLMSPEC_ENCODER_KERNEL"] == "baseline" ? baseline : avx2 ?? baseline
  }

  /// Linux lists a feature only if it also keeps its registers when it switches threads.
  private static func isSupported(_ features: [String]) -> Bool { processorFeatures.isSuperset(of: features) }

  private static let processorFeatures: Set<String> = {
    guard let bytes = try? DurableFile.read(URL(filePath: "/proc/cpuinfo"), maximumBytes: 64 << 20),
      let flags = bytes.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: "flags".utf8) })
    else { return [] }
    return Set(flags.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) })
  }()
}
