/// Opens a file and takes its lock as one step.
enum LockedFile {
  /// Nil when another holds the lock and `waits` is false.
  static func open(
    _ path: FilePath, flags: Int32, waits: Bool, operation: String
  ) throws(FileFault) -> OpenFile? {
    try path.parent.createFolders()
    while true {
      let file = try OpenFile(path, flags: flags, operation: operation)
      guard try file.lock(.exclusive, waits: waits, operation: operation) else { return nil }
      // The former holder may have removed the file while we waited; its lock would then guard nothing.
      if try file.isStillNamed() { return file }
    }
  }
}
