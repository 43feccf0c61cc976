import DurableFiles
import Foundation
import StructuredOutput

/// Writes training files.
public enum FineTuningExport {
  /// Writes material as a file of the target, whole and by renaming; the same material gives the same bytes.
  ///
  /// - Returns: how many rows were written and what was refused.
  /// - Throws: ``FineTuningError`` where the material has no row for the target, and no file is then written or
  ///   changed; `FileFault` where the file cannot be written.
  public static func write(
    _ material: TrainingMaterial, as target: FineTuningTarget, to url: URL
  ) throws -> FineTuningReport {
    let refused = material.refused(for: target.kind)
    let rows = target.shape.rows(of: material)
    guard !rows.isEmpty else { throw FineTuningError(target: target, refused: refused) }
    var bytes: [UInt8] = []
    for row in rows {
      bytes += row.compactBytes
      bytes.append(0x0A)
    }
    try DurableFile.replace(url, with: bytes)
    return FineTuningReport(target: target, file: url, rowCount: rows.count, refused: refused)
  }
}
